package org.extenddb.engine.table;

import java.util.Map;
import org.extenddb.core.model.BillingMode;
import org.jspecify.annotations.Nullable;

/**
 * UpdateTable with everything checked that needs no table; null members stay as they are.
 *
 * @param tableName a name or an ARN
 * @param indexes by index name
 */
record ValidUpdateTable(
        String tableName,
        @Nullable BillingMode billingMode,
        CapacityChange capacity,
        Map<String, CapacityChange> indexes,
        @Nullable String tableClass,
        @Nullable Boolean deletionProtection,
        @Nullable Encryption encryption) {
    ValidUpdateTable {
        indexes = Map.copyOf(indexes);
    }

    /** Whether the table shows as UPDATING for it; all else changes at once, or shows elsewhere. */
    boolean isUpdate() {
        return changesUnits() || tableClass != null;
    }

    /** Whether it concerns what DynamoDB changes one at a time. */
    boolean changesUnits() {
        return billingMode != null || capacity.provisioned() != null;
    }
}
