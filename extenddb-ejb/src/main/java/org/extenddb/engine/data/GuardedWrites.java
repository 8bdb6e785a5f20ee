package org.extenddb.engine.data;

import java.util.List;
import java.util.Objects;
import org.extenddb.core.storage.AddressedMutation;
import org.extenddb.core.storage.ItemAddress;
import org.extenddb.core.storage.ItemMutation;
import org.extenddb.core.storage.ItemStore;
import org.extenddb.core.storage.MutationResult;
import org.jspecify.annotations.Nullable;

/** Writes that are held to their tables' throughput and to what an item collection may hold. */
public final class GuardedWrites {
    private GuardedWrites() {}

    /** Writes one item. */
    public static MutationResult mutate(
            Tables tables, ItemStore items, TablePlan plan, ItemAddress address, ItemMutation mutation) {
        CollectionLimit limit = tables.collectionLimit();
        MutationResult result =
                ThrottledWrites.mutate(tables.throttle(), items, plan, address, limit.guarded(plan, address, mutation));
        limit.written(plan, address, result.change());
        return result;
    }

    /**
     * Writes a batch, or what there is throughput for.
     *
     * @param plans one for each mutation
     * @return one result a mutation, in their order; null for those that are to be sent again
     */
    public static List<@Nullable MutationResult> mutateEach(
            Tables tables, ItemStore items, List<TablePlan> plans, List<AddressedMutation> mutations) {
        tables.collectionLimit().requireRoom(plans, mutations);
        List<@Nullable MutationResult> results = tables.throttle().isOn()
                ? ThrottledWrites.mutateEach(tables.throttle(), items, plans, mutations)
                : items.mutateEach(mutations);
        written(tables, plans, mutations, results);
        return results;
    }

    /** Tells what a batch or a transaction has written; null results are of writes that were not made. */
    public static void written(
            Tables tables,
            List<TablePlan> plans,
            List<AddressedMutation> mutations,
            List<? extends @Nullable MutationResult> results) {
        for (int i = 0; i < results.size(); i++) {
            if (plans.get(i).hasLocalIndex() && results.get(i) != null) {
                tables.collectionLimit()
                        .written(
                                plans.get(i),
                                mutations.get(i).address(),
                                Objects.requireNonNull(results.get(i)).change());
            }
        }
    }
}
