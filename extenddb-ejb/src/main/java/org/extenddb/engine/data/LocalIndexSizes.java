package org.extenddb.engine.data;

import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.model.Item;
import org.extenddb.core.model.ItemSize;

/**
 * Limits an item by its entries in local indexes: together with each of them it may be no larger than an item.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html#limits-items">Item size for tables
 *     with local secondary indexes</a>
 */
public final class LocalIndexSizes {
    private LocalIndexSizes() {}

    /**
     * Checks an item that is within the limit by itself. One of half the limit cannot have too large an entry.
     *
     * @param refusal the text for one that is too large
     */
    public static void check(TablePlan plan, Item item, int size, String refusal) {
        if (2 * size <= ItemSize.MAX_ITEM) {
            return;
        }
        for (IndexPlan index : plan.indexes()) {
            if (!index.definition().isGlobal()
                    && index.contains(item)
                    && size + ItemSize.of(index.view(item)) > ItemSize.MAX_ITEM) {
                throw DynamoDbException.validation(refusal);
            }
        }
    }
}
