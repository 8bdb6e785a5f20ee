package org.extenddb.engine.table;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.api.table.GlobalIndexUpdate;
import org.extenddb.core.api.table.IndexMembers;
import org.extenddb.core.api.table.TableDescription;
import org.extenddb.core.api.table.TableMembers;
import org.extenddb.core.api.table.UpdateTableCodec;
import org.extenddb.core.api.table.UpdateTableRequest;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.ErrorCode;
import org.extenddb.core.error.MessagesTable;
import org.extenddb.core.iam.AccessRequest;
import org.extenddb.core.model.BillingMode;
import org.extenddb.core.model.ProvisionedThroughput;
import org.extenddb.core.model.TableAddress;
import org.extenddb.core.model.TableDefinition;
import org.extenddb.core.model.TableStatus;
import org.extenddb.core.storage.TableCatalog;
import org.extenddb.engine.Operation;
import org.extenddb.engine.OperationSpec;
import org.extenddb.engine.RequestContext;
import org.extenddb.engine.data.TableLifecycle;

/** Changes a table's throughput, billing mode, class or deletion protection, and the throughput of its indexes. */
@SingleInstance
public final class UpdateTable implements Operation<UpdateTableRequest, ValidUpdateTable, TableDescription> {
    private static final String ACTION = "dynamodb:UpdateTable";

    private final TableCatalog catalog;
    private final TableDescriber describer;
    private final TableLifecycle lifecycle;
    private final Clock clock;

    @Inject
    UpdateTable(TableCatalog catalog, TableDescriber describer, TableLifecycle lifecycle) {
        this(catalog, describer, lifecycle, Clock.systemUTC());
    }

    UpdateTable(TableCatalog catalog, TableDescriber describer, TableLifecycle lifecycle, Clock clock) {
        this.catalog = catalog;
        this.describer = describer;
        this.lifecycle = lifecycle;
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
        BillingMode billingMode = table.billingMode() == null ? null : BillingMode.valueOf(table.billingMode());
        if (billingMode == BillingMode.PAY_PER_REQUEST && table.provisionedThroughput() != null) {
            throw DynamoDbException.validation(MessagesTable.NO_THROUGHPUT_ON_DEMAND);
        }
        ProvisionedThroughput throughput =
                table.provisionedThroughput() == null ? null : Capacity.of(table.provisionedThroughput());
        Map<String, ProvisionedThroughput> indexThroughputs = indexThroughputs(request);
        Availability.check(table);
        return new ValidUpdateTable(
                Objects.requireNonNull(table.tableName()),
                billingMode,
                throughput,
                indexThroughputs,
                table.tableClass(),
                table.deletionProtectionEnabled(),
                table.sseSpecification());
    }

    @Override
    public List<AccessRequest> resources(ValidUpdateTable request, RequestContext context) {
        return TableAccess.on(ACTION, request.tableName(), context);
    }

    @Override
    public TableDescription execute(ValidUpdateTable request, RequestContext context) {
        TableAddress address = context.table(request.tableName());
        TableDefinition updated = catalog.update(address, table -> {
            if (lifecycle.statusOf(table) == TableStatus.CREATING) {
                throw DynamoDbException.of(ErrorCode.RESOURCE_IN_USE, MessagesTable.beingCreated(address.tableName()));
            }
            return new TableChange(table, request, clock.instant()).apply();
        });
        if (updated == null) {
            throw DynamoDbException.of(ErrorCode.RESOURCE_NOT_FOUND, MessagesTable.notFound(address.tableName()));
        }
        return describer.describe(updated, request.takesTime() ? TableStatus.UPDATING : updated.status());
    }

    private static Map<String, ProvisionedThroughput> indexThroughputs(UpdateTableRequest request) {
        Map<String, ProvisionedThroughput> throughputs = new HashMap<>();
        List<GlobalIndexUpdate> updates = request.globalSecondaryIndexUpdates();
        for (GlobalIndexUpdate update : updates == null ? List.<GlobalIndexUpdate>of() : updates) {
            if (update.create() != null || update.delete() != null) {
                throw DynamoDbException.validation(MessagesTable.unavailable(
                        update.create() != null
                                ? "GlobalSecondaryIndexUpdate.Create"
                                : "GlobalSecondaryIndexUpdate.Delete"));
            }
            IndexMembers index = update.update();
            if (index == null) {
                throw DynamoDbException.validation(MessagesTable.NO_INDEX_ACTION);
            }
            String name = Objects.requireNonNull(index.indexName());
            if (throughputs.put(name, Capacity.of(Objects.requireNonNull(index.provisionedThroughput()))) != null) {
                throw DynamoDbException.validation(MessagesTable.severalUpdatesOfIndex(name));
            }
        }
        return throughputs;
    }
}
