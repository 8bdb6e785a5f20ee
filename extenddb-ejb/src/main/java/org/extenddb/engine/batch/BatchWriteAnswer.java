package org.extenddb.engine.batch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.extenddb.core.api.batch.BatchWriteItemResponse;
import org.extenddb.core.api.batch.WriteRequest;
import org.extenddb.core.api.item.ItemCollectionMetrics;
import org.extenddb.core.capacity.CapacityReport;
import org.extenddb.core.capacity.ConsumedCapacity;
import org.extenddb.core.model.AttributeValue;
import org.extenddb.core.storage.MutationResult;
import org.extenddb.engine.data.ItemCollections;
import org.extenddb.engine.data.TablePlan;
import org.extenddb.engine.data.WriteCapacity;
import org.jspecify.annotations.Nullable;

/** Puts the answer of a BatchWriteItem together, table by table. */
final class BatchWriteAnswer {
    private final CapacityReport wanted;
    private final @Nullable ItemCollections collections;
    private final Map<String, List<WriteRequest>> unprocessed = new LinkedHashMap<>();
    private final Map<String, List<ItemCollectionMetrics>> metrics = new LinkedHashMap<>();
    private final List<ConsumedCapacity> capacity = new ArrayList<>();

    /** @param collections null where nobody asks for their sizes */
    BatchWriteAnswer(CapacityReport wanted, @Nullable ItemCollections collections) {
        this.wanted = wanted;
        this.collections = collections;
    }

    /**
     * Adds what was written to a table.
     *
     * @param results one element a write; null for those that were not done
     */
    void add(TableWrites table, TablePlan plan, List<? extends @Nullable MutationResult> results) {
        List<BatchWrite> done = new ArrayList<>();
        List<WriteRequest> left = new ArrayList<>();
        ConsumedCapacity used = null;
        for (int i = 0; i < results.size(); i++) {
            BatchWrite write = table.writes().get(i);
            MutationResult result = results.get(i);
            if (result == null) {
                left.add(write.sent());
            } else {
                done.add(write);
                used = sum(used, capacity(table, plan, result));
            }
        }
        if (!left.isEmpty()) {
            unprocessed.put(table.tableName(), left);
        }
        if (used != null) {
            capacity.add(used);
        }
        if (collections != null && plan.hasLocalIndex() && !done.isEmpty()) {
            metrics.put(table.tableName(), collections.of(plan, hashKeys(plan, done)));
        }
    }

    BatchWriteItemResponse response() {
        return new BatchWriteItemResponse(unprocessed, metrics, wanted == CapacityReport.NONE ? null : capacity);
    }

    private @Nullable ConsumedCapacity capacity(TableWrites table, TablePlan plan, MutationResult result) {
        return wanted == CapacityReport.NONE ? null : WriteCapacity.of(result).report(wanted, table.tableName(), plan);
    }

    private static @Nullable ConsumedCapacity sum(@Nullable ConsumedCapacity one, @Nullable ConsumedCapacity other) {
        return one == null || other == null ? other : one.plus(other);
    }

    /** Each once, however many of its items were written. */
    private static Set<AttributeValue> hashKeys(TablePlan plan, List<BatchWrite> done) {
        String hash = plan.definition().keySchema().hash().get(0).name();
        Set<AttributeValue> values = new LinkedHashSet<>();
        for (BatchWrite write : done) {
            AttributeValue value = write.attributes().get(hash);
            if (value != null) {
                values.add(value);
            }
        }
        return values;
    }
}
