/** Pages about items. */
@NullMarked
package org.extenddb.console.item;

import org.jspecify.annotations.NullMarked;
