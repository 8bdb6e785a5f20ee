package org.extenddb.core.api.transaction;

import java.util.List;
import java.util.Map;
import org.extenddb.core.api.item.ItemCollectionMetrics;
import org.extenddb.core.capacity.ConsumedCapacity;
import org.jspecify.annotations.Nullable;

/**
 * The answer to TransactWriteItems.
 *
 * @param consumedCapacity one element a table; null when no report is wanted
 * @param itemCollectionMetrics by table, as the request named it; empty when there are none to report
 */
public record TransactWriteItemsResponse(
        @Nullable List<ConsumedCapacity> consumedCapacity,
        Map<String, List<ItemCollectionMetrics>> itemCollectionMetrics) {}
