/** What takes minutes: a million items, killed servers, and the time it took. Each runs when a property says how many items. */
@NullMarked
package org.extenddb.it.large;

import org.jspecify.annotations.NullMarked;
