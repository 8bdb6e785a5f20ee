/** The command line. */
@NullMarked
package org.extenddb.cli;

import org.jspecify.annotations.NullMarked;
