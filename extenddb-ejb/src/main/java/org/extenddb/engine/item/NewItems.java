package org.extenddb.engine.item;

import org.extenddb.core.model.Item;
import org.extenddb.core.storage.Expiry;
import org.extenddb.core.storage.IndexEntries;
import org.extenddb.core.storage.NewItem;
import org.extenddb.core.wire.ItemJson;
import org.extenddb.engine.data.TablePlan;

/** Makes items that have passed every check ready for storage. */
public final class NewItems {
    private NewItems() {}

    /** The item with the time at which it expires and its entries in the table's indexes. */
    public static NewItem of(TablePlan plan, Item item, int size) {
        return new NewItem(
                ItemJson.write(item),
                size,
                Expiry.of(plan.definition(), item),
                IndexEntries.of(plan.definition(), item));
    }
}
