package org.extenddb.engine.table;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.extenddb.core.model.BillingMode;
import org.extenddb.core.model.IndexDefinition;
import org.extenddb.core.model.KeyAttribute;
import org.extenddb.core.model.KeySchema;
import org.extenddb.core.model.TableSettings;

/**
 * CreateTable with everything checked that needs no catalogue.
 *
 * @param tableName a name or an ARN
 */
record ValidCreateTable(
        String tableName,
        KeySchema keySchema,
        List<KeyAttribute> keyAttributes,
        List<IndexDefinition> indexes,
        TableSettings settings) {
    ValidCreateTable {
        keyAttributes = List.copyOf(keyAttributes);
        indexes = List.copyOf(indexes);
    }

    /** The settings of a table that is created at {@code now}. */
    TableSettings settingsAt(Instant now) {
        return new TableSettings(
                settings.billingMode(),
                settings.throughput(),
                settings.billingMode() == BillingMode.PAY_PER_REQUEST ? now.truncatedTo(ChronoUnit.MILLIS) : null,
                null,
                null,
                0,
                settings.deletionProtection(),
                settings.tableClass());
    }
}
