package org.extenddb.engine.ttl;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.api.table.TableNameCodec;
import org.extenddb.core.api.table.TableNameRequest;
import org.extenddb.core.api.table.TimeToLiveCodec;
import org.extenddb.core.api.table.TimeToLiveDescription;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.ErrorCode;
import org.extenddb.core.error.MessagesTable;
import org.extenddb.core.error.MessagesTimeToLive;
import org.extenddb.core.iam.AccessRequest;
import org.extenddb.core.model.TableAddress;
import org.extenddb.core.model.TableDefinition;
import org.extenddb.core.model.TableStatus;
import org.extenddb.core.model.TimeToLive;
import org.extenddb.core.storage.TableCatalog;
import org.extenddb.core.validation.TableNames;
import org.extenddb.core.validation.Violations;
import org.extenddb.engine.Operation;
import org.extenddb.engine.OperationSpec;
import org.extenddb.engine.RequestContext;
import org.extenddb.engine.data.TableLifecycle;
import org.extenddb.engine.data.Tables;

/** Describes a table's time to live. */
@SingleInstance
public final class DescribeTimeToLive implements Operation<TableNameRequest, String, TimeToLiveDescription> {
    private static final String ACTION = "dynamodb:DescribeTimeToLive";

    private final TableCatalog catalog;
    private final TableLifecycle lifecycle;

    @Inject
    public DescribeTimeToLive(TableCatalog catalog, TableLifecycle lifecycle) {
        this.catalog = catalog;
        this.lifecycle = lifecycle;
    }

    @Override
    public OperationSpec<TableNameRequest, TimeToLiveDescription> spec() {
        return new OperationSpec<>(
                OperationSpec.Service.DYNAMODB,
                "DescribeTimeToLive",
                ACTION,
                TableNameCodec::decode,
                TimeToLiveCodec::encodeDescription);
    }

    @Override
    public String validate(TableNameRequest request) {
        Violations violations = new Violations();
        TableNames.checkTable(violations, request.tableName());
        violations.check();
        return Objects.requireNonNull(request.tableName());
    }

    @Override
    public List<AccessRequest> resources(String tableName, RequestContext context) {
        return Tables.access(ACTION, tableName, context);
    }

    @Override
    public TimeToLiveDescription execute(String tableName, RequestContext context) {
        TableAddress address = context.table(tableName);
        TableDefinition table = catalog.find(address);
        if (table == null) {
            throw DynamoDbException.of(ErrorCode.RESOURCE_NOT_FOUND, MessagesTable.notFound(address.tableName()));
        }
        lifecycle.requireFilled(table);
        TableStatus status = lifecycle.statusOf(table);
        if (status == TableStatus.CREATING || status == TableStatus.DELETING) {
            throw DynamoDbException.validation(MessagesTimeToLive.notDescribed(status.name()));
        }
        TimeToLive timeToLive = table.settings().timeToLive();
        if (timeToLive == null) {
            return new TimeToLiveDescription("DISABLED", null);
        }
        boolean changing = lifecycle.isChanging(timeToLive.changedAt());
        if (timeToLive.enabled()) {
            return new TimeToLiveDescription(changing ? "ENABLING" : "ENABLED", timeToLive.attributeName());
        }
        return changing
                ? new TimeToLiveDescription("DISABLING", timeToLive.attributeName())
                : new TimeToLiveDescription("DISABLED", null);
    }
}
