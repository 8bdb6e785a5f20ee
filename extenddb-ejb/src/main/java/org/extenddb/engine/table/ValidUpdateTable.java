package org.extenddb.engine.table;

import java.util.Map;
import org.extenddb.core.api.table.EncryptionMembers;
import org.extenddb.core.model.BillingMode;
import org.extenddb.core.model.ProvisionedThroughput;
import org.jspecify.annotations.Nullable;

/**
 * UpdateTable with everything checked that needs no table; null members stay as they are.
 *
 * @param tableName a name or an ARN
 * @param indexThroughputs by index name
 */
record ValidUpdateTable(
        String tableName,
        @Nullable BillingMode billingMode,
        @Nullable ProvisionedThroughput throughput,
        Map<String, ProvisionedThroughput> indexThroughputs,
        @Nullable String tableClass,
        @Nullable Boolean deletionProtection,
        @Nullable EncryptionMembers encryption) {
    ValidUpdateTable {
        indexThroughputs = Map.copyOf(indexThroughputs);
    }

    /** Whether DynamoDB would take its time over it; deletion protection alone changes at once. */
    boolean takesTime() {
        return billingMode != null
                || throughput != null
                || !indexThroughputs.isEmpty()
                || tableClass != null
                || encryption != null;
    }
}
