/** Requests and responses of TransactWriteItems and TransactGetItems, as they stand on the wire. */
@NullMarked
package org.extenddb.core.api.transaction;

import org.jspecify.annotations.NullMarked;
