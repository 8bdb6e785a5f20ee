/** Items: native statements on the hot path. */
@NullMarked
package org.extenddb.storage.jpa.item;

import org.jspecify.annotations.NullMarked;
