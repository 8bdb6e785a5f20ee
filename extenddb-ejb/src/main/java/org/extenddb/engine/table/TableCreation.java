package org.extenddb.engine.table;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.api.table.CapacityMembers;
import org.extenddb.core.api.table.CreateTableRequest;
import org.extenddb.core.api.table.TableMembers;
import org.extenddb.core.api.table.ThroughputMembers;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.ErrorCode;
import org.extenddb.core.error.MessagesTable;
import org.extenddb.core.error.MessagesThroughput;
import org.extenddb.core.model.BillingMode;
import org.extenddb.core.model.KeyAttribute;
import org.extenddb.core.model.KeySchema;
import org.extenddb.core.model.ProvisionedThroughput;
import org.extenddb.core.model.TableAddress;
import org.extenddb.core.model.TableClass;
import org.extenddb.core.model.TableDefinition;
import org.extenddb.core.model.TableSettings;
import org.extenddb.core.model.TableStatus;
import org.extenddb.core.model.Throughput;
import org.extenddb.core.model.ThroughputHistory;
import org.extenddb.core.storage.NewTable;
import org.extenddb.core.storage.TableCatalog;
import org.extenddb.engine.RequestContext;
import org.extenddb.engine.data.TableLifecycle;
import org.extenddb.engine.policy.BoundPolicies;
import org.extenddb.engine.policy.PolicyTexts;
import org.extenddb.engine.tag.Tags;
import org.jspecify.annotations.Nullable;

/** Checks what is asked for a new table and makes it, with its indexes: for CreateTable and for imports. */
@SingleInstance
public final class TableCreation {
    private final TableCatalog catalog;
    private final TableLifecycle lifecycle;
    private final BoundPolicies policies;
    private final Quotas quotas;
    private final Clock clock;

    @Inject
    TableCreation(TableCatalog catalog, TableLifecycle lifecycle, BoundPolicies policies, Quotas quotas) {
        this(catalog, lifecycle, policies, quotas, Clock.systemUTC());
    }

    TableCreation(TableCatalog catalog, TableLifecycle lifecycle, BoundPolicies policies, Quotas quotas, Clock clock) {
        this.catalog = catalog;
        this.lifecycle = lifecycle;
        this.policies = policies;
        this.quotas = quotas;
        this.clock = clock;
    }

    /**
     * Checks all that needs no table.
     *
     * @throws DynamoDbException ValidationException with DynamoDB's own text
     */
    public static ValidCreateTable check(CreateTableRequest request) {
        TableMembers table = request.table();
        new TableConstraints()
                .required("attributeDefinitions", table.attributeDefinitions())
                .table(table)
                .keySchema("keySchema", request.keySchema(), TableConstraints.MAX_TABLE_KEYS)
                .indexes("localSecondaryIndexes", request.localSecondaryIndexes(), TableConstraints.MAX_TABLE_KEYS)
                .indexes(
                        "globalSecondaryIndexes",
                        request.globalSecondaryIndexes(),
                        TableConstraints.MAX_GLOBAL_INDEX_KEYS)
                .check();
        BillingMode billingMode = table.mode() == null ? BillingMode.PROVISIONED : BillingMode.valueOf(table.mode());
        Throughput throughput = throughput(billingMode, table.capacity());
        KeySchemas keys = new KeySchemas(Objects.requireNonNull(table.attributeDefinitions()));
        KeySchema key = keys.table(Objects.requireNonNull(request.keySchema()));
        NewIndexes indexes = indexes(request, keys, key, billingMode);
        Map<String, String> tags = table.tags() == null ? Map.of() : Tags.of(table.tags());
        Availability.check(table);
        if (request.resourcePolicy() != null) {
            PolicyTexts.check(request.resourcePolicy());
        }
        TableSettings settings = TableSettings.of(billingMode, throughput).toBuilder()
                .deletionProtection(Boolean.TRUE.equals(table.deletionProtectionEnabled()))
                .tableClass(new TableClass(table.tableClass(), List.of()))
                .tags(tags)
                .stream(StreamChange.created(table.streamSpecification()))
                .build();
        Set<Integer> warming = new HashSet<>(indexes.warming());
        if (table.capacity().warm() != null && !table.capacity().warm().isEmpty()) {
            warming.add(0);
        }
        return new ValidCreateTable(
                Objects.requireNonNull(table.tableName()),
                key,
                keys.definitions(),
                indexes.indexes(),
                settings,
                Encryption.of(table.sseSpecification()),
                request.resourcePolicy(),
                warming);
    }

    /**
     * Makes the table.
     *
     * @param status CREATING for a table that somebody has to fill before clients use it
     * @throws DynamoDbException ResourceInUseException when its name is taken, LimitExceededException
     */
    public TableDefinition create(ValidCreateTable request, RequestContext context, TableStatus status) {
        TableAddress address = context.table(request.tableName());
        NewTable table = new NewTable(
                address,
                request.keySchema(),
                request.keyAttributes(),
                request.indexes(),
                request.settings(address, clock.instant()),
                status,
                request.resourcePolicy() == null ? null : policies.of(request.resourcePolicy(), null));
        quotas.checkNew(table);
        TableDefinition created = catalog.create(table);
        if (created == null && isFreed(address)) {
            created = catalog.create(table);
        }
        if (created == null) {
            throw taken(address);
        }
        return created;
    }

    private DynamoDbException taken(TableAddress address) {
        TableDefinition there = catalog.find(address);
        return DynamoDbException.of(
                ErrorCode.RESOURCE_IN_USE,
                there != null && TableLifecycle.isBeingRestored(there)
                        ? MessagesTable.beingUsed(address.tableName())
                        : MessagesTable.exists(address.tableName()));
    }

    /** Takes a table out of the way that is gone for clients. */
    private boolean isFreed(TableAddress address) {
        TableDefinition there = catalog.find(address);
        if (there == null || there.status() != TableStatus.DELETING) {
            return there == null;
        }
        catalog.delete(address, table -> {
            if (!lifecycle.isGone(table)) {
                throw DynamoDbException.of(
                        ErrorCode.RESOURCE_IN_USE,
                        table.status() == TableStatus.DELETING
                                ? MessagesTable.beingDeleted(address.tableName())
                                : MessagesTable.exists(address.tableName()));
            }
        });
        return true;
    }

    private static Throughput throughput(BillingMode billingMode, CapacityMembers sent) {
        ProvisionedThroughput provisioned = provisioned(billingMode, sent.provisioned());
        return new Throughput(
                provisioned,
                ThroughputHistory.NONE,
                OnDemandBounds.created(sent.onDemand(), billingMode, null),
                WarmUnits.created(sent.warm(), billingMode, provisioned, null));
    }

    private static ProvisionedThroughput provisioned(BillingMode billingMode, @Nullable ThroughputMembers sent) {
        if (billingMode == BillingMode.PAY_PER_REQUEST) {
            if (sent != null) {
                throw DynamoDbException.validation(MessagesThroughput.NONE_ON_DEMAND);
            }
            return ProvisionedThroughput.NONE;
        }
        if (sent == null) {
            throw DynamoDbException.validation(MessagesThroughput.UNITS_REQUIRED);
        }
        return ProvisionedUnits.of(sent);
    }

    private static NewIndexes indexes(
            CreateTableRequest request, KeySchemas keys, KeySchema tableKey, BillingMode billingMode) {
        if (request.localSecondaryIndexes() == null
                && request.globalSecondaryIndexes() == null
                && tableKey.attributes().size() != keys.definitions().size()) {
            throw DynamoDbException.validation(MessagesTable.UNUSED_DEFINITIONS);
        }
        NewIndexes indexes = new NewIndexes(keys, tableKey, billingMode);
        indexes.addLocal(request.localSecondaryIndexes());
        indexes.addGlobal(request.globalSecondaryIndexes());
        Set<String> used = new LinkedHashSet<>();
        tableKey.attributes().stream().map(KeyAttribute::name).forEach(used::add);
        indexes.indexes().stream()
                .flatMap(index -> index.keySchema().attributes().stream())
                .map(KeyAttribute::name)
                .forEach(used::add);
        keys.checkUsed(used);
        return indexes;
    }
}
