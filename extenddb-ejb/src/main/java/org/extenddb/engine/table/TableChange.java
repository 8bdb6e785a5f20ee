package org.extenddb.engine.table;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.ErrorCode;
import org.extenddb.core.error.MessagesIndex;
import org.extenddb.core.error.MessagesThroughput;
import org.extenddb.core.model.BillingMode;
import org.extenddb.core.model.IndexDefinition;
import org.extenddb.core.model.OnDemandThroughput;
import org.extenddb.core.model.ProvisionedThroughput;
import org.extenddb.core.model.TableDefinition;
import org.extenddb.core.model.TableSettings;
import org.extenddb.core.model.TableSettingsBuilder;
import org.extenddb.core.model.Throughput;
import org.extenddb.core.model.WarmThroughput;
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
        Throughput throughput = request.capacity().bounded(throughput(), billingMode, null);
        List<IndexDefinition> indexes = indexes();
        TableSettings changed = settings(throughput);
        boolean updating = !throughput.provisioned().equals(current.throughput().provisioned())
                || isSwitched()
                || request.stream() != null
                || !changed.tableClass().equals(current.tableClass());
        return table.with(indexes, updating ? changed.withChangedAt(now) : changed);
    }

    private TableSettings settings(Throughput throughput) {
        TableSettingsBuilder changed =
                current.toBuilder().billingMode(billingMode).throughput(throughput);
        if (billingMode == BillingMode.PAY_PER_REQUEST && isSwitched()) {
            changed.payPerRequestSince(now);
        }
        if (request.deletionProtection() != null) {
            changed.deletionProtection(request.deletionProtection());
        }
        if (request.tableClass() != null) {
            changed.tableClass(TableClassChange.changed(current.tableClass(), request.tableClass(), now));
        }
        Encryption encryption = request.encryption();
        if (encryption != null) {
            changed.kmsKeyArn(encryption.changed(table.address(), current.kmsKeyArn()));
        }
        if (request.stream() != null) {
            changed.stream(request.stream().changed(table.address().tableName(), current.stream()));
        }
        return changed.build();
    }

    private boolean isSwitched() {
        return billingMode != current.billingMode();
    }

    private Throughput throughput() {
        ProvisionedThroughput wanted = request.capacity().provisioned();
        if (billingMode == BillingMode.PAY_PER_REQUEST) {
            if (wanted != null) {
                throw DynamoDbException.validation(MessagesThroughput.NONE_ON_DEMAND);
            }
            return isSwitched() ? onDemand(current.throughput()) : current.throughput();
        }
        if (wanted == null) {
            if (request.billingMode() != null) {
                throw DynamoDbException.validation(MessagesThroughput.REQUIRED);
            }
            return current.throughput();
        }
        return isSwitched()
                ? provisioned(current.throughput(), wanted)
                : ProvisionedUnits.changed(current.throughput(), wanted, null, now);
    }

    private static Throughput onDemand(Throughput had) {
        return new Throughput(
                ProvisionedThroughput.NONE,
                had.history(),
                OnDemandThroughput.UNBOUNDED,
                had.warm().atLeast(WarmThroughput.ON_DEMAND));
    }

    private static Throughput provisioned(Throughput had, ProvisionedThroughput wanted) {
        return new Throughput(
                wanted, had.history(), OnDemandThroughput.UNBOUNDED, had.warm().atLeast(WarmThroughput.of(wanted)));
    }

    private List<IndexDefinition> indexes() {
        requireKnownIndexes();
        List<IndexDefinition> changed = new ArrayList<>();
        List<String> lacking = new ArrayList<>();
        for (IndexDefinition index : table.indexes()) {
            Throughput had = index.throughput();
            CapacityChange change = request.indexes().getOrDefault(index.name(), CapacityChange.NONE);
            if (had == null) {
                changed.add(index);
            } else if (billingMode == BillingMode.PROVISIONED && isSwitched() && change.provisioned() == null) {
                lacking.add(index.name());
            } else {
                boolean named = request.indexes().containsKey(index.name());
                changed.add(named || isSwitched() ? index.with(throughput(index.name(), had, change)) : index);
            }
        }
        if (!lacking.isEmpty()) {
            throw DynamoDbException.validation(MessagesThroughput.requiredForIndexes(lacking));
        }
        return changed;
    }

    private Throughput throughput(String index, Throughput had, CapacityChange change) {
        Throughput changed = switch (billingMode) {
            case PAY_PER_REQUEST -> onDemand(index, had, change);
            case PROVISIONED -> provisioned(index, had, change);
        };
        return change.bounded(changed, billingMode, index);
    }

    private Throughput onDemand(String index, Throughput had, CapacityChange change) {
        boolean named = request.indexes().containsKey(index);
        if (request.billingMode() != null && change.provisioned() != null) {
            throw DynamoDbException.validation(MessagesThroughput.noUnitsForIndex(index));
        }
        if (named && change.onDemand() == null && change.warm() == null) {
            throw DynamoDbException.validation(MessagesThroughput.onDemandUpdatesOnly(index));
        }
        return isSwitched() ? onDemand(had) : had;
    }

    private Throughput provisioned(String index, Throughput had, CapacityChange change) {
        ProvisionedThroughput wanted = change.provisioned();
        if (wanted == null) {
            if (change.isNone()) {
                throw DynamoDbException.validation(MessagesThroughput.unitsRequiredForIndex(index));
            }
            return had;
        }
        return isSwitched() ? provisioned(had, wanted) : ProvisionedUnits.changed(had, wanted, index, now);
    }

    private void requireKnownIndexes() {
        for (String name : request.indexes().keySet()) {
            @Nullable IndexDefinition index = table.index(name);
            if (index == null) {
                throw DynamoDbException.of(
                        ErrorCode.RESOURCE_NOT_FOUND,
                        MessagesIndex.notFound(table.address().tableName(), name));
            }
            if (!index.isGlobal()) {
                throw DynamoDbException.validation(MessagesIndex.notUpdatable(name));
            }
        }
    }
}
