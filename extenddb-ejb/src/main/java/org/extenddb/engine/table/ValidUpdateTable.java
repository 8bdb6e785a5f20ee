package org.extenddb.engine.table;

import java.util.Map;
import org.extenddb.core.model.BillingMode;
import org.extenddb.core.model.TableDefinition;
import org.jspecify.annotations.Nullable;

/**
 * UpdateTable with everything checked that needs no table; null members stay as they are.
 *
 * @param tableName a name or an ARN
 * @param indexes what becomes of their capacity, by index name
 * @param online the indexes that are created and deleted
 */
record ValidUpdateTable(
        String tableName,
        @Nullable BillingMode billingMode,
        CapacityChange capacity,
        Map<String, CapacityChange> indexes,
        OnlineIndexChange online,
        @Nullable String tableClass,
        @Nullable Boolean deletionProtection,
        @Nullable Encryption encryption,
        @Nullable StreamChange stream) {
    ValidUpdateTable {
        indexes = Map.copyOf(indexes);
    }

    /** Whether the table shows as UPDATING for it; all else changes at once, or shows elsewhere. */
    boolean isUpdate() {
        return changesUnits() || tableClass != null || stream != null;
    }

    /** Whether it concerns what DynamoDB changes one at a time. */
    boolean changesUnits() {
        return billingMode != null || capacity.provisioned() != null;
    }

    /** Whether this table can do something else for it. */
    boolean changesUnitsOf(TableDefinition table) {
        return capacity.provisioned() != null
                || billingMode != null && billingMode != table.settings().billingMode();
    }
}
