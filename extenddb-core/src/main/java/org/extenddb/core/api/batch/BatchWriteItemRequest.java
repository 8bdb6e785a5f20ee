package org.extenddb.core.api.batch;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * BatchWriteItem as sent.
 *
 * @param requestItems by table name or ARN
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchWriteItem.html">BatchWriteItem</a>
 */
public record BatchWriteItemRequest(
        @Nullable Map<String, List<WriteRequest>> requestItems,
        @Nullable String returnConsumedCapacity,
        @Nullable String returnItemCollectionMetrics) {}
