/** Requests and responses of the single-item operations, as they stand on the wire. */
@NullMarked
package org.extenddb.core.api.item;

import org.jspecify.annotations.NullMarked;
