package org.extenddb.core.api.item;

import org.extenddb.core.capacity.ConsumedCapacity;
import org.jspecify.annotations.Nullable;

/**
 * The answer to GetItem.
 *
 * @param item wire JSON; null when there is no such item
 */
@SuppressWarnings("ArrayRecordComponent")
public record GetItemResponse(
        byte @Nullable [] item, @Nullable ConsumedCapacity consumedCapacity) {}
