/** Requests and responses of BatchGetItem and BatchWriteItem, as they stand on the wire. */
@NullMarked
package org.extenddb.core.api.batch;

import org.jspecify.annotations.NullMarked;
