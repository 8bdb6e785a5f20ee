/** Servers and databases that die in the middle of writes. */
@NullMarked
package org.extenddb.it.crash;

import org.jspecify.annotations.NullMarked;
