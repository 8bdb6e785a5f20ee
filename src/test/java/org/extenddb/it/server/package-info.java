/** The built server, started once for all black-box tests. */
@NullMarked
package org.extenddb.it.server;

import org.jspecify.annotations.NullMarked;
