package org.extenddb.core.api.batch;

import java.util.List;
import java.util.Map;
import org.extenddb.core.api.item.ItemCollectionMetrics;
import org.extenddb.core.capacity.ConsumedCapacity;
import org.jspecify.annotations.Nullable;

/**
 * The answer to BatchWriteItem.
 *
 * @param unprocessedItems what was not written, by table as the request named it; empty when everything was
 * @param itemCollectionMetrics by table; empty when none is wanted or no table has a local index
 * @param consumedCapacity one for each table; null when none is wanted
 */
public record BatchWriteItemResponse(
        Map<String, List<WriteRequest>> unprocessedItems,
        Map<String, List<ItemCollectionMetrics>> itemCollectionMetrics,
        @Nullable List<ConsumedCapacity> consumedCapacity) {}
