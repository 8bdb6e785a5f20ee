package org.extenddb.engine.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.extenddb.core.capacity.ReadUnits;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.key.ItemKeys;
import org.extenddb.core.key.PartitionHash;
import org.extenddb.core.model.AttributeValue;
import org.extenddb.core.storage.ItemAddress;
import org.extenddb.core.storage.ItemStore;
import org.extenddb.core.storage.StoredItem;
import org.extenddb.engine.data.TablePlan;
import org.extenddb.engine.throttle.Throttle;
import org.jspecify.annotations.Nullable;

/** The reads of a batch, held to their tables' throughput. */
record ThrottledReads(Throttle throttle, List<TablePlan> plans) {
    /**
     * Lets those in for which there is throughput, one after the other: what a read costs at least is taken at once.
     *
     * @param batch with valid keys
     * @throws DynamoDbException what the first was refused with when there is throughput for none
     */
    List<TableReads> admitted(List<TableReads> batch) {
        List<TableReads> admitted = new ArrayList<>(batch.size());
        DynamoDbException first = null;
        boolean any = false;
        for (int i = 0; i < batch.size(); i++) {
            List<Map<String, AttributeValue>> in = new ArrayList<>();
            List<Map<String, AttributeValue>> out = new ArrayList<>();
            for (Map<String, AttributeValue> key : batch.get(i).keys()) {
                DynamoDbException refusal = refusal(plans.get(i), key, least(batch.get(i)));
                (refusal == null ? in : out).add(key);
                first = first == null ? refusal : first;
            }
            any |= !in.isEmpty();
            admitted.add(batch.get(i).refusing(in, out));
        }
        if (!any && first != null) {
            throw first;
        }
        return admitted;
    }

    /** Reads what was let in, and takes what that has consumed: nothing where it fails. */
    List<@Nullable StoredItem> read(
            ItemStore items, List<TableReads> admitted, List<ItemAddress> addresses, long maxBytes) {
        List<@Nullable StoredItem> found = List.of();
        try {
            found = items.getAtMost(addresses, maxBytes);
            return found;
        } finally {
            charge(admitted, addresses, found);
        }
    }

    /** @param found may be shorter than the addresses */
    private void charge(
            List<TableReads> batch, List<ItemAddress> addresses, List<? extends @Nullable StoredItem> found) {
        int at = 0;
        for (int i = 0; i < plans.size(); i++) {
            TableReads reads = batch.get(i);
            for (int end = at + reads.keys().size(); at < end; at++) {
                StoredItem item = at < found.size() ? found.get(at) : null;
                double used = at < found.size() ? ReadUnits.of(item == null ? 0 : item.size(), reads.consistent()) : 0;
                throttle.chargeRead(
                        plans.get(i).definition(), null, addresses.get(at).key().partition(), used - least(reads));
            }
        }
    }

    private static double least(TableReads reads) {
        return ReadUnits.of(0, reads.consistent());
    }

    private @Nullable DynamoDbException refusal(TablePlan plan, Map<String, AttributeValue> key, double least) {
        PartitionHash partition =
                ItemKeys.of(plan.definition().keySchema(), key).partition();
        try {
            throttle.admitRead(plan.definition(), null, partition);
        } catch (DynamoDbException refusal) {
            return refusal;
        }
        throttle.chargeRead(plan.definition(), null, partition, least);
        return null;
    }
}
