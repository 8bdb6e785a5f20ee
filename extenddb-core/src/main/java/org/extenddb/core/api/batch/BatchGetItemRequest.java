package org.extenddb.core.api.batch;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * BatchGetItem as sent.
 *
 * @param requestItems by table name or ARN
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchGetItem.html">BatchGetItem</a>
 */
public record BatchGetItemRequest(
        @Nullable Map<String, KeysAndAttributes> requestItems,
        @Nullable String returnConsumedCapacity) {}
