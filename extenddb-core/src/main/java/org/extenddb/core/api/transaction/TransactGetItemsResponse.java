package org.extenddb.core.api.transaction;

import java.util.List;
import org.extenddb.core.capacity.ConsumedCapacity;
import org.jspecify.annotations.Nullable;

/**
 * The answer to TransactGetItems.
 *
 * @param items wire JSON in the order of the request; null where there is no such item, or nothing of it was asked for
 * @param consumedCapacity one element a table; null when no report is wanted
 */
public record TransactGetItemsResponse(
        List<byte @Nullable []> items, @Nullable List<ConsumedCapacity> consumedCapacity) {}
