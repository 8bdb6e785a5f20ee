package org.extenddb.engine.table;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.extenddb.core.model.BillingMode;
import org.extenddb.core.model.IndexDefinition;
import org.extenddb.core.model.KeyAttribute;
import org.extenddb.core.model.KeySchema;
import org.extenddb.core.model.TableAddress;
import org.extenddb.core.model.TableSettings;
import org.jspecify.annotations.Nullable;

/**
 * CreateTable with everything checked that needs no catalogue.
 *
 * @param tableName a name or an ARN
 * @param encryption null when the request says nothing of it
 * @param resourcePolicy as sent; null for none
 * @param warming the slots, 0 for the table, whose warm throughput the request names
 */
public record ValidCreateTable(
        String tableName,
        KeySchema keySchema,
        List<KeyAttribute> keyAttributes,
        List<IndexDefinition> indexes,
        TableSettings settings,
        @Nullable Encryption encryption,
        @Nullable String resourcePolicy,
        Set<Integer> warming) {
    public ValidCreateTable {
        keyAttributes = List.copyOf(keyAttributes);
        indexes = List.copyOf(indexes);
        warming = Set.copyOf(warming);
    }

    /** The settings of the table {@code address} that is created at {@code now}. */
    TableSettings settings(TableAddress address, Instant now) {
        boolean onDemand = settings.billingMode() == BillingMode.PAY_PER_REQUEST;
        return settings.toBuilder()
                .payPerRequestSince(onDemand ? now.truncatedTo(ChronoUnit.MILLIS) : null)
                .kmsKeyArn(encryption == null ? null : encryption.keyOf(address))
                .build();
    }
}
