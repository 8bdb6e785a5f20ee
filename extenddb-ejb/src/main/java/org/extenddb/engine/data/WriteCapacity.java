package org.extenddb.engine.data;

import java.util.LinkedHashMap;
import java.util.Map;
import org.extenddb.core.capacity.CapacityReport;
import org.extenddb.core.capacity.CapacityUnits;
import org.extenddb.core.capacity.ConsumedCapacity;
import org.extenddb.core.capacity.WriteUnits;
import org.extenddb.core.model.Item;
import org.extenddb.core.model.ItemSize;
import org.extenddb.core.storage.Change;
import org.extenddb.core.storage.MutationResult;
import org.extenddb.core.storage.StoredItem;
import org.extenddb.core.wire.ItemJson;
import org.jspecify.annotations.Nullable;

/**
 * What a write of one item costs: the table by the larger of the two images, each index by what changes in its own view.
 *
 * @param previous null when the item was absent
 * @param updated null when the item is gone
 */
public record WriteCapacity(
        @Nullable Item previous, @Nullable Item updated) {
    /** Of what storage did. The result must carry the item as it was. */
    public static WriteCapacity of(MutationResult result) {
        Item previous = item(result.previous());
        if (result.change() instanceof Change.Write write) {
            return new WriteCapacity(previous, ItemJson.read(write.item().json()));
        }
        return new WriteCapacity(previous, result.change() instanceof Change.Keep ? previous : null);
    }

    private static @Nullable Item item(@Nullable StoredItem stored) {
        return stored == null ? null : ItemJson.read(stored.json());
    }

    /** The report; null when none is wanted. */
    public @Nullable ConsumedCapacity report(CapacityReport wanted, String tableName, TablePlan plan) {
        if (wanted == CapacityReport.NONE) {
            return null;
        }
        Map<String, CapacityUnits> local = new LinkedHashMap<>();
        Map<String, CapacityUnits> global = new LinkedHashMap<>();
        for (IndexPlan index : plan.indexes()) {
            long units = index(index);
            if (units > 0) {
                (index.definition().isGlobal() ? global : local).put(index.name(), CapacityUnits.write(units));
            }
        }
        return wanted.report(tableName, CapacityUnits.write(table()), local, global);
    }

    private long table() {
        return WriteUnits.of(size(previous), size(updated));
    }

    private long index(IndexPlan index) {
        Item before = previous != null && index.contains(previous) ? index.view(previous) : null;
        Item after = updated != null && index.contains(updated) ? index.view(updated) : null;
        if (before == null || after == null) {
            return before == null && after == null ? 0 : WriteUnits.of(size(before), size(after));
        }
        if (sameKey(index, before, after)) {
            return before.attributes().equals(after.attributes()) ? 0 : WriteUnits.of(size(before), size(after));
        }
        return WriteUnits.of(size(before)) + WriteUnits.of(size(after));
    }

    private static boolean sameKey(IndexPlan index, Item before, Item after) {
        return index.keyNames().stream().allMatch(name -> {
            var value = before.get(name);
            return value != null && value.equals(after.get(name));
        });
    }

    private static int size(@Nullable Item item) {
        return item == null ? 0 : ItemSize.of(item);
    }
}
