package org.extenddb.engine.table;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.extenddb.core.api.table.EncryptionMembers;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.ErrorCode;
import org.extenddb.core.error.MessagesTable;
import org.extenddb.core.model.BillingMode;
import org.extenddb.core.model.IndexDefinition;
import org.extenddb.core.model.ProvisionedThroughput;
import org.extenddb.core.model.TableDefinition;
import org.extenddb.core.model.TableSettings;
import org.jspecify.annotations.Nullable;

/** One UpdateTable applied to one definition. */
final class TableChange {
    private final TableDefinition table;
    private final ValidUpdateTable request;
    private final Instant now;
    private final TableSettings current;
    private final BillingMode billingMode;

    TableChange(TableDefinition table, ValidUpdateTable request, Instant now) {
        this.table = table;
        this.request = request;
        this.now = now.truncatedTo(ChronoUnit.MILLIS);
        this.current = table.settings();
        this.billingMode = request.billingMode() == null ? current.billingMode() : request.billingMode();
    }

    /** The changed definition. */
    TableDefinition apply() {
        TableSettings settings = billingMode == BillingMode.PAY_PER_REQUEST ? onDemand() : provisioned();
        List<IndexDefinition> indexes = indexes();
        return new TableDefinition(
                table.storageId(),
                table.tableId(),
                table.address(),
                table.version(),
                table.status(),
                table.createdAt(),
                table.keySchema(),
                table.keyAttributes(),
                indexes,
                settings);
    }

    private TableSettings onDemand() {
        if (request.throughput() != null) {
            throw DynamoDbException.validation(MessagesTable.NO_THROUGHPUT_ON_DEMAND);
        }
        boolean switched = current.billingMode() == BillingMode.PROVISIONED;
        return settings(
                ProvisionedThroughput.NONE,
                switched ? now : current.payPerRequestSince(),
                new ThroughputHistory(current.lastIncrease(), current.lastDecrease(), current.decreasesToday()));
    }

    private TableSettings provisioned() {
        ThroughputHistory history =
                new ThroughputHistory(current.lastIncrease(), current.lastDecrease(), current.decreasesToday());
        boolean switched = current.billingMode() == BillingMode.PAY_PER_REQUEST;
        ProvisionedThroughput wanted = request.throughput();
        if (wanted == null) {
            if (switched) {
                throw DynamoDbException.validation(MessagesTable.THROUGHPUT_REQUIRED);
            }
            return settings(current.throughput(), current.payPerRequestSince(), history);
        }
        if (switched) {
            return settings(wanted, current.payPerRequestSince(), history);
        }
        ProvisionedThroughput had = current.throughput();
        if (wanted.equals(had)) {
            throw DynamoDbException.validation(
                    MessagesTable.throughputUnchanged("table", had.readCapacityUnits(), had.writeCapacityUnits()));
        }
        return settings(wanted, current.payPerRequestSince(), history.changed(had, wanted, now));
    }

    private TableSettings settings(
            ProvisionedThroughput throughput, @Nullable Instant payPerRequestSince, ThroughputHistory history) {
        return new TableSettings(
                billingMode,
                throughput,
                payPerRequestSince,
                history.lastIncrease(),
                history.lastDecrease(),
                history.decreasesToday(),
                request.deletionProtection() == null ? current.deletionProtection() : request.deletionProtection(),
                request.tableClass() == null ? current.tableClass() : request.tableClass(),
                kmsKeyArn());
    }

    private @Nullable String kmsKeyArn() {
        EncryptionMembers wanted = request.encryption();
        if (wanted == null) {
            return current.kmsKeyArn();
        }
        if (!Boolean.TRUE.equals(wanted.enabled())) {
            return null;
        }
        String arn = KmsKey.arn(table.address(), wanted.kmsMasterKeyId());
        if (arn.equals(current.kmsKeyArn())) {
            throw DynamoDbException.validation(MessagesTable.SAME_ENCRYPTION);
        }
        return arn;
    }

    private List<IndexDefinition> indexes() {
        requireKnownIndexes();
        List<IndexDefinition> changed = new ArrayList<>();
        List<String> lacking = new ArrayList<>();
        for (IndexDefinition index : table.indexes()) {
            ProvisionedThroughput wanted = request.indexThroughputs().get(index.name());
            if (!index.isGlobal()) {
                changed.add(index);
            } else if (billingMode == BillingMode.PAY_PER_REQUEST) {
                requireNone(index, wanted);
                changed.add(with(index, ProvisionedThroughput.NONE));
            } else if (wanted != null) {
                requireDifferent(index, wanted);
                changed.add(with(index, wanted));
            } else {
                if (current.billingMode() == BillingMode.PAY_PER_REQUEST) {
                    lacking.add(index.name());
                }
                changed.add(index);
            }
        }
        if (!lacking.isEmpty()) {
            throw DynamoDbException.validation(MessagesTable.indexThroughputRequired(lacking));
        }
        return changed;
    }

    private void requireKnownIndexes() {
        for (Map.Entry<String, ProvisionedThroughput> update :
                request.indexThroughputs().entrySet()) {
            IndexDefinition index = table.index(update.getKey());
            if (index == null || !index.isGlobal()) {
                throw DynamoDbException.of(
                        ErrorCode.RESOURCE_NOT_FOUND,
                        MessagesTable.indexNotFound(table.address().tableName(), update.getKey()));
            }
        }
    }

    private static void requireNone(IndexDefinition index, @Nullable ProvisionedThroughput wanted) {
        if (wanted != null) {
            throw DynamoDbException.validation(MessagesTable.indexThroughputOnDemand(index.name()));
        }
    }

    private static void requireDifferent(IndexDefinition index, ProvisionedThroughput wanted) {
        if (wanted.equals(index.throughput())) {
            throw DynamoDbException.validation(MessagesTable.throughputUnchanged(
                    "index " + index.name(), wanted.readCapacityUnits(), wanted.writeCapacityUnits()));
        }
    }

    private static IndexDefinition with(IndexDefinition index, ProvisionedThroughput throughput) {
        return new IndexDefinition(
                index.name(),
                index.kind(),
                index.keySchema(),
                index.projection(),
                throughput,
                index.status(),
                index.slot());
    }
}
