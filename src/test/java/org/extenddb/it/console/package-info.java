/** The console in a browser. */
@NullMarked
package org.extenddb.it.console;

import org.jspecify.annotations.NullMarked;
