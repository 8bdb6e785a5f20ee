/** The administration REST and the command line. */
@NullMarked
package org.extenddb.it.admin;

import org.jspecify.annotations.NullMarked;
