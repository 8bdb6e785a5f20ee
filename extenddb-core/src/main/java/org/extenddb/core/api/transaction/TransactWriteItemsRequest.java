package org.extenddb.core.api.transaction;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * TransactWriteItems as sent.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html">TransactWriteItems</a>
 */
public record TransactWriteItemsRequest(
        @Nullable List<TransactWriteItem> transactItems,
        @Nullable String clientRequestToken,
        @Nullable String returnConsumedCapacity,
        @Nullable String returnItemCollectionMetrics) {}
