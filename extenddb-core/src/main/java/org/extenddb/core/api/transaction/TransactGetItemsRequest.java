package org.extenddb.core.api.transaction;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * TransactGetItems as sent.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactGetItems.html">TransactGetItems</a>
 */
public record TransactGetItemsRequest(
        @Nullable List<TransactGetItem> transactItems,
        @Nullable String returnConsumedCapacity) {}
