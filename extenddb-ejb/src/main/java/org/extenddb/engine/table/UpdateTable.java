package org.extenddb.engine.table;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.api.table.CapacityMembers;
import org.extenddb.core.api.table.GlobalIndexUpdate;
import org.extenddb.core.api.table.IndexMembers;
import org.extenddb.core.api.table.StreamMembers;
import org.extenddb.core.api.table.TableDescription;
import org.extenddb.core.api.table.TableMembers;
import org.extenddb.core.api.table.UpdateTableCodec;
import org.extenddb.core.api.table.UpdateTableRequest;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.ErrorCode;
import org.extenddb.core.error.MessagesIndex;
import org.extenddb.core.error.MessagesStream;
import org.extenddb.core.error.MessagesTable;
import org.extenddb.core.error.MessagesThroughput;
import org.extenddb.core.iam.AccessRequest;
import org.extenddb.core.model.BillingMode;
import org.extenddb.core.model.TableAddress;
import org.extenddb.core.model.TableDefinition;
import org.extenddb.core.model.TableStatus;
import org.extenddb.core.model.TableStream;
import org.extenddb.core.storage.StreamStore;
import org.extenddb.core.storage.TableCatalog;
import org.extenddb.engine.Operation;
import org.extenddb.engine.OperationSpec;
import org.extenddb.engine.RequestContext;
import org.extenddb.engine.data.TableLifecycle;
import org.jspecify.annotations.Nullable;

/** Changes a table's throughput, billing mode, class, encryption, deletion protection or stream, and its indexes. */
@SingleInstance
public final class UpdateTable implements Operation<UpdateTableRequest, ValidUpdateTable, TableDescription> {
    private static final String ACTION = "dynamodb:UpdateTable";

    private final TableCatalog catalog;
    private final StreamStore streams;
    private final TableDescriber describer;
    private final TableLifecycle lifecycle;
    private final Quotas quotas;
    private final Clock clock;

    @Inject
    UpdateTable(
            TableCatalog catalog,
            StreamStore streams,
            TableDescriber describer,
            TableLifecycle lifecycle,
            Quotas quotas) {
        this(catalog, streams, describer, lifecycle, quotas, Clock.systemUTC());
    }

    UpdateTable(
            TableCatalog catalog,
            StreamStore streams,
            TableDescriber describer,
            TableLifecycle lifecycle,
            Quotas quotas,
            Clock clock) {
        this.catalog = catalog;
        this.streams = streams;
        this.describer = describer;
        this.lifecycle = lifecycle;
        this.quotas = quotas;
        this.clock = clock;
    }

    @Override
    public OperationSpec<UpdateTableRequest, TableDescription> spec() {
        return new OperationSpec<>(
                OperationSpec.Service.DYNAMODB,
                "UpdateTable",
                ACTION,
                UpdateTableCodec::decode,
                UpdateTableCodec::encode);
    }

    @Override
    public ValidUpdateTable validate(UpdateTableRequest request) {
        UpdateTableConstraints.check(request);
        TableMembers table = request.table();
        BillingMode billingMode = table.mode() == null ? null : BillingMode.valueOf(table.mode());
        if (billingMode == BillingMode.PAY_PER_REQUEST && table.capacity().provisioned() != null) {
            throw DynamoDbException.validation(MessagesThroughput.NONE_ON_DEMAND);
        }
        CapacityChange capacity = capacity(table.capacity());
        OnlineIndexChange online = OnlineIndexChange.of(request);
        if (!online.isNone() && capacity.provisioned() != null) {
            throw DynamoDbException.validation(MessagesIndex.WITH_THROUGHPUT);
        }
        Map<String, CapacityChange> indexes = indexes(request);
        Availability.check(table);
        StreamChange stream = stream(table.streamSpecification(), capacity, online);
        return new ValidUpdateTable(
                Objects.requireNonNull(table.tableName()),
                billingMode,
                capacity,
                indexes,
                online,
                table.tableClass(),
                table.deletionProtectionEnabled(),
                Encryption.of(table.sseSpecification()),
                stream);
    }

    private static @Nullable StreamChange stream(
            @Nullable StreamMembers sent, CapacityChange capacity, OnlineIndexChange online) {
        StreamChange stream = StreamChange.of(sent);
        if (stream != null && capacity.provisioned() != null) {
            throw DynamoDbException.validation(MessagesStream.WITH_THROUGHPUT);
        }
        if (stream != null && !online.isNone()) {
            throw DynamoDbException.validation(MessagesStream.WITH_INDEX);
        }
        return stream;
    }

    @Override
    public List<AccessRequest> resources(ValidUpdateTable request, RequestContext context) {
        return TableAccess.on(ACTION, request.tableName(), context);
    }

    @Override
    public TableDescription execute(ValidUpdateTable request, RequestContext context) {
        TableAddress address = context.table(request.tableName());
        AtomicReference<TableDefinition> before = new AtomicReference<>();
        TableDefinition after = catalog.update(address, table -> {
            lifecycle.requireFilled(table);
            requireIdle(table, request);
            before.set(table);
            TableDefinition changed = request.online().apply(new TableChange(table, request, clock.instant()).apply());
            quotas.checkTable(changed);
            return changed;
        });
        if (after == null) {
            throw DynamoDbException.of(ErrorCode.RESOURCE_NOT_FOUND, MessagesTable.notFound(address.tableName()));
        }
        TableStream stream = after.settings().stream();
        if (request.stream() != null && stream != null) {
            streams.settle(stream.id());
        }
        return describer.updated(before.get(), after, request);
    }

    private void requireIdle(TableDefinition table, ValidUpdateTable request) {
        TableStatus status = lifecycle.statusOf(table);
        String name = table.address().tableName();
        if (status == TableStatus.CREATING) {
            throw DynamoDbException.of(ErrorCode.RESOURCE_IN_USE, MessagesTable.beingCreated(name));
        }
        if (status == TableStatus.DELETING) {
            throw DynamoDbException.of(ErrorCode.RESOURCE_IN_USE, MessagesTable.beingDeleted(name));
        }
        if (lifecycle.isUpdating(table) && request.changesUnits()) {
            throw DynamoDbException.of(ErrorCode.RESOURCE_IN_USE, MessagesTable.throughputBeingUpdated(name));
        }
        if (request.stream() != null) {
            requireStreamChangeable(table);
        }
        IndexesInUse.checkThroughput(
                table, request.changesUnitsOf(table), request.indexes().keySet());
    }

    private void requireStreamChangeable(TableDefinition table) {
        if (lifecycle.isUpdating(table)) {
            throw DynamoDbException.of(
                    ErrorCode.RESOURCE_IN_USE,
                    MessagesStream.throughputBeingUpdated(table.address().tableName()));
        }
        IndexesInUse.checkStream(table);
    }

    /** An empty structure asks for nothing. */
    private static CapacityChange capacity(CapacityMembers sent) {
        return new CapacityChange(
                sent.provisioned() == null ? null : ProvisionedUnits.of(sent.provisioned()),
                sent.onDemand() == null || sent.onDemand().isEmpty() ? null : sent.onDemand(),
                sent.warm() == null || sent.warm().isEmpty() ? null : sent.warm());
    }

    private static Map<String, CapacityChange> indexes(UpdateTableRequest request) {
        Map<String, CapacityChange> changes = new HashMap<>();
        List<GlobalIndexUpdate> updates = request.globalSecondaryIndexUpdates();
        for (GlobalIndexUpdate update : updates == null ? List.<GlobalIndexUpdate>of() : updates) {
            IndexMembers index = update.update();
            if (index == null) {
                continue;
            }
            String name = Objects.requireNonNull(index.indexName());
            if (index.capacity().warm() != null && index.capacity().warm().isEmpty()) {
                throw DynamoDbException.validation(MessagesThroughput.warmWithoutUnits(name));
            }
            changes.put(name, capacity(index.capacity()));
        }
        return changes;
    }
}
