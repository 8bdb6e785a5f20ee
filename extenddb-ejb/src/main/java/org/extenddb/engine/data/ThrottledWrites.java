package org.extenddb.engine.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.extenddb.core.capacity.CapacityReport;
import org.extenddb.core.capacity.CapacityUnits;
import org.extenddb.core.capacity.ConsumedCapacity;
import org.extenddb.core.capacity.WriteUnits;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.storage.AddressedMutation;
import org.extenddb.core.storage.Change;
import org.extenddb.core.storage.ItemAddress;
import org.extenddb.core.storage.ItemMutation;
import org.extenddb.core.storage.ItemStore;
import org.extenddb.core.storage.MutationResult;
import org.extenddb.engine.throttle.Throttle;
import org.jspecify.annotations.Nullable;

/**
 * Writes that are held to their tables' throughput. What a blind write has replaced is not known, so that it is charged by what it has
 * written alone.
 */
public final class ThrottledWrites {
    private ThrottledWrites() {}

    /** Writes one item. */
    public static MutationResult mutate(
            Throttle throttle, ItemStore items, TablePlan plan, ItemAddress address, ItemMutation mutation) {
        if (!throttle.isOn()) {
            return items.mutate(address, mutation);
        }
        throttle.admitWrite(plan.definition(), address.key().partition());
        MutationResult result = items.mutate(address, mutation);
        charge(throttle, plan, address, consumed(plan, result, false));
        return result;
    }

    /**
     * Writes of a batch those for which there is throughput.
     *
     * @return one result a mutation, in their order; null also for those there was no throughput for
     * @throws DynamoDbException what the first was refused with when there is throughput for none
     */
    public static List<@Nullable MutationResult> mutateEach(
            Throttle throttle, ItemStore items, List<TablePlan> plans, List<AddressedMutation> mutations) {
        List<@Nullable MutationResult> results = new ArrayList<>(mutations.size());
        List<AddressedMutation> admitted = new ArrayList<>(mutations.size());
        List<Integer> positions = new ArrayList<>(mutations.size());
        DynamoDbException first = null;
        for (int i = 0; i < mutations.size(); i++) {
            results.add(null);
            try {
                admit(throttle, plans.get(i), mutations.get(i));
                chargeAhead(throttle, plans.get(i), mutations.get(i), 1);
                admitted.add(mutations.get(i));
                positions.add(i);
            } catch (DynamoDbException refusal) {
                first = first == null ? refusal : first;
            }
        }
        if (admitted.isEmpty() && first != null) {
            throw first;
        }
        try {
            List<@Nullable MutationResult> done = items.mutateEach(admitted);
            for (int i = 0; i < done.size(); i++) {
                results.set(positions.get(i), done.get(i));
            }
        } finally {
            for (int i = 0; i < admitted.size(); i++) {
                chargeAhead(throttle, plans.get(positions.get(i)), admitted.get(i), -1);
            }
        }
        charge(throttle, plans, mutations, results, false);
        return results;
    }

    /** What a write of a batch costs at least is known before it is done. */
    private static void chargeAhead(Throttle throttle, TablePlan plan, AddressedMutation mutation, int sign) {
        int size = mutation.mutation().apply(null) instanceof Change.Write write
                ? write.item().size()
                : 0;
        throttle.chargeWriteAhead(
                plan.definition(), mutation.address().key().partition(), sign * (double) WriteUnits.of(size));
    }

    /** Lets one write of a transaction in. */
    public static void admit(Throttle throttle, TablePlan plan, AddressedMutation mutation) {
        throttle.admitWrite(plan.definition(), mutation.address().key().partition());
    }

    /** Takes what the writes of a batch or a transaction have consumed; null results are of writes that were not made. */
    public static void charge(
            Throttle throttle,
            List<TablePlan> plans,
            List<AddressedMutation> mutations,
            List<? extends @Nullable MutationResult> results,
            boolean transactional) {
        if (throttle.isOn()) {
            for (int i = 0; i < results.size(); i++) {
                MutationResult result = results.get(i);
                if (result != null) {
                    charge(
                            throttle,
                            plans.get(i),
                            mutations.get(i).address(),
                            consumed(plans.get(i), result, transactional));
                }
            }
        }
    }

    private static void charge(Throttle throttle, TablePlan plan, ItemAddress address, ConsumedCapacity consumed) {
        throttle.chargeWrite(plan.definition(), address.key().partition(), consumed);
    }

    private static ConsumedCapacity consumed(TablePlan plan, MutationResult result, boolean transactional) {
        ConsumedCapacity consumed = consumed(plan, result);
        return transactional ? consumed.transactional() : consumed;
    }

    /** A refused write has cost what the item is large that it looked at. */
    private static ConsumedCapacity consumed(TablePlan plan, MutationResult result) {
        String name = plan.definition().address().tableName();
        if (result.change() instanceof Change.Refuse) {
            int size = result.previous() == null ? 0 : result.previous().size();
            return new ConsumedCapacity(name, CapacityUnits.write(WriteUnits.of(size)), null, Map.of(), Map.of());
        }
        return Objects.requireNonNull(WriteCapacity.of(result).report(CapacityReport.INDEXES, name, plan));
    }
}
