package org.extenddb.engine.table;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.api.table.CreateTableCodec;
import org.extenddb.core.api.table.TableDescription;
import org.extenddb.core.api.table.TableNameCodec;
import org.extenddb.core.api.table.TableNameRequest;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.ErrorCode;
import org.extenddb.core.error.MessagesTable;
import org.extenddb.core.iam.AccessRequest;
import org.extenddb.core.model.TableAddress;
import org.extenddb.core.model.TableDefinition;
import org.extenddb.core.model.TableStatus;
import org.extenddb.core.storage.TableCatalog;
import org.extenddb.core.storage.TableStatistics;
import org.extenddb.engine.Operation;
import org.extenddb.engine.OperationSpec;
import org.extenddb.engine.RequestContext;
import org.extenddb.engine.data.TableLifecycle;
import org.jspecify.annotations.Nullable;

/** Deletes a table. Its name is free at once, whatever the answer says, unless DELETING is to be seen for a while. */
@SingleInstance
public final class DeleteTable implements Operation<TableNameRequest, String, TableDescription> {
    private static final String ACTION = "dynamodb:DeleteTable";

    private final TableCatalog catalog;
    private final TableDescriber describer;
    private final TableLifecycle lifecycle;
    private final DeletedTableBackups backups;
    private final Clock clock;

    @Inject
    DeleteTable(TableCatalog catalog, TableDescriber describer, TableLifecycle lifecycle, DeletedTableBackups backups) {
        this(catalog, describer, lifecycle, backups, Clock.systemUTC());
    }

    DeleteTable(
            TableCatalog catalog,
            TableDescriber describer,
            TableLifecycle lifecycle,
            DeletedTableBackups backups,
            Clock clock) {
        this.catalog = catalog;
        this.describer = describer;
        this.lifecycle = lifecycle;
        this.backups = backups;
        this.clock = clock;
    }

    @Override
    public OperationSpec<TableNameRequest, TableDescription> spec() {
        return new OperationSpec<>(
                OperationSpec.Service.DYNAMODB,
                "DeleteTable",
                ACTION,
                TableNameCodec::decode,
                CreateTableCodec::encode);
    }

    @Override
    public String validate(TableNameRequest request) {
        return TableName.of(request);
    }

    @Override
    public List<AccessRequest> resources(String tableName, RequestContext context) {
        return TableAccess.on(ACTION, tableName, context);
    }

    @Override
    public TableDescription execute(String tableName, RequestContext context) {
        TableAddress address = context.table(tableName);
        TableDefinition known = catalog.find(address);
        Map<Integer, TableStatistics> statistics = known == null ? Map.of() : Map.of(0, catalog.statistics(known, 0));
        TableDefinition deleted = known == null ? delete(address) : deleteKept(known);
        if (deleted == null) {
            throw DynamoDbException.of(ErrorCode.RESOURCE_NOT_FOUND, MessagesTable.notFound(address.tableName()));
        }
        return describer.deleted(deleted, statistics);
    }

    private @Nullable TableDefinition deleteKept(TableDefinition table) {
        String held = backups.hold(table);
        if (held == null) {
            return delete(table.address());
        }
        TableDefinition deleted = null;
        try {
            deleted = delete(table.address());
        } finally {
            if (deleted == null) {
                backups.release(held);
            }
        }
        if (deleted != null) {
            backups.make(held, deleted);
        }
        return deleted;
    }

    private @Nullable TableDefinition delete(TableAddress address) {
        return lifecycle.showsDeleting() ? mark(address) : catalog.delete(address, this::check);
    }

    /** A job removes it when it was seen for long enough. */
    private @Nullable TableDefinition mark(TableAddress address) {
        return catalog.update(address, table -> {
            check(table);
            return table.with(table.settings().withChangedAt(clock.instant())).withStatus(TableStatus.DELETING);
        });
    }

    private void check(TableDefinition table) {
        lifecycle.requireThere(table);
        String name = table.address().tableName();
        if (table.status() == TableStatus.DELETING) {
            throw DynamoDbException.of(ErrorCode.RESOURCE_IN_USE, MessagesTable.beingDeleted(name));
        }
        if (lifecycle.statusOf(table) == TableStatus.CREATING) {
            throw DynamoDbException.of(ErrorCode.RESOURCE_IN_USE, MessagesTable.beingCreated(name));
        }
        if (table.settings().deletionProtection()) {
            throw DynamoDbException.validation(MessagesTable.DELETION_PROTECTED);
        }
        IndexesInUse.checkDelete(table);
        if (lifecycle.isUpdating(table)) {
            throw DynamoDbException.of(ErrorCode.RESOURCE_IN_USE, MessagesTable.beingUpdated(name));
        }
    }
}
