package org.extenddb.engine.transaction;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.extenddb.core.capacity.CapacityReport;
import org.extenddb.core.capacity.CapacityUnits;
import org.extenddb.core.capacity.ConsumedCapacity;
import org.extenddb.core.capacity.ReadUnits;
import org.extenddb.core.storage.MutationResult;
import org.extenddb.core.storage.StoredItem;
import org.extenddb.engine.data.TablePlan;
import org.extenddb.engine.data.WriteCapacity;
import org.jspecify.annotations.Nullable;

/** Adds up, table by table in the order in which the request names them, what a transaction has used: double. */
final class TransactionReport {
    private final CapacityReport wanted;
    private final Map<Integer, ConsumedCapacity> byTable = new LinkedHashMap<>();

    TransactionReport(CapacityReport wanted) {
        this.wanted = wanted;
    }

    /** A write, or the check of a condition, which costs as much. */
    void write(String tableName, TablePlan plan, MutationResult result) {
        if (wanted != CapacityReport.NONE) {
            add(plan, WriteCapacity.of(result).report(wanted, tableName, plan));
        }
    }

    /** A read of an item, which may be absent. */
    void read(String tableName, TablePlan plan, @Nullable StoredItem item) {
        CapacityUnits units = CapacityUnits.read(ReadUnits.of(item == null ? 0 : item.size(), true));
        add(plan, wanted.report(tableName, units, Map.of(), Map.of()));
    }

    /** One element a table; null when none is wanted. */
    @Nullable
    List<ConsumedCapacity> capacity() {
        return wanted == CapacityReport.NONE ? null : new ArrayList<>(byTable.values());
    }

    private void add(TablePlan plan, @Nullable ConsumedCapacity used) {
        if (used != null) {
            byTable.merge(plan.definition().storageId(), used.transactional(), ConsumedCapacity::plus);
        }
    }
}
