/** Checkers of what concurrent clients see: nothing lost, nothing doubled, nothing in part, whatever is killed meanwhile. */
@NullMarked
package org.extenddb.it.consistency;

import org.jspecify.annotations.NullMarked;
