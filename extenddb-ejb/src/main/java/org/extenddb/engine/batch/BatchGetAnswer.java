package org.extenddb.engine.batch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.extenddb.core.api.batch.BatchGetItemResponse;
import org.extenddb.core.api.batch.KeysAndAttributes;
import org.extenddb.core.capacity.CapacityReport;
import org.extenddb.core.capacity.CapacityUnits;
import org.extenddb.core.capacity.ConsumedCapacity;
import org.extenddb.core.capacity.ReadUnits;
import org.extenddb.core.model.AttributeValue;
import org.extenddb.core.storage.StoredItem;
import org.jspecify.annotations.Nullable;

/** Puts the answer of a BatchGetItem together, table by table. */
final class BatchGetAnswer {
    private final CapacityReport wanted;
    private final Map<String, List<byte[]>> responses = new LinkedHashMap<>();
    private final Map<String, KeysAndAttributes> unprocessed = new LinkedHashMap<>();
    private final List<ConsumedCapacity> capacity = new ArrayList<>();

    BatchGetAnswer(CapacityReport wanted) {
        this.wanted = wanted;
    }

    /**
     * Adds what was read of a table.
     *
     * @param found one element a key, null where absent; shorter than the keys where the answer is full
     */
    void add(TableReads reads, List<? extends @Nullable StoredItem> found) {
        List<byte[]> items = new ArrayList<>(found.size());
        double units = 0;
        for (StoredItem item : found) {
            units += ReadUnits.of(item == null ? 0 : item.size(), reads.consistent());
            if (item != null) {
                items.add(reads.json(item));
            }
        }
        responses.put(reads.tableName(), items);
        List<Map<String, AttributeValue>> left =
                new ArrayList<>(reads.keys().subList(found.size(), reads.keys().size()));
        left.addAll(reads.refused());
        if (!left.isEmpty()) {
            unprocessed.put(reads.tableName(), reads.sent().withKeys(left));
        }
        ConsumedCapacity used = wanted.report(reads.tableName(), CapacityUnits.read(units), Map.of(), Map.of());
        if (used != null && !found.isEmpty()) {
            capacity.add(used);
        }
    }

    BatchGetItemResponse response() {
        return new BatchGetItemResponse(responses, unprocessed, wanted == CapacityReport.NONE ? null : capacity);
    }
}
