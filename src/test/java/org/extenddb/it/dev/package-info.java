/** The launcher of the README, as somebody runs it who has just cloned the repository. */
@NullMarked
package org.extenddb.it.dev;

import org.jspecify.annotations.NullMarked;
