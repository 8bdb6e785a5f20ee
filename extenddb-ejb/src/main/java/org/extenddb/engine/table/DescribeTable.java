package org.extenddb.engine.table;

import jakarta.inject.Inject;
import java.util.List;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.api.table.DescribeTableCodec;
import org.extenddb.core.api.table.TableDescription;
import org.extenddb.core.api.table.TableNameCodec;
import org.extenddb.core.api.table.TableNameRequest;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.ErrorCode;
import org.extenddb.core.error.MessagesTable;
import org.extenddb.core.iam.AccessRequest;
import org.extenddb.core.model.TableAddress;
import org.extenddb.core.model.TableDefinition;
import org.extenddb.core.storage.TableCatalog;
import org.extenddb.engine.Operation;
import org.extenddb.engine.OperationSpec;
import org.extenddb.engine.RequestContext;
import org.extenddb.engine.data.TableLifecycle;

/** Describes a table, from the cached definition and the last count. */
@SingleInstance
public final class DescribeTable implements Operation<TableNameRequest, String, TableDescription> {
    private static final String ACTION = "dynamodb:DescribeTable";

    private final TableCatalog catalog;
    private final TableDescriber describer;
    private final TableLifecycle lifecycle;

    @Inject
    DescribeTable(TableCatalog catalog, TableDescriber describer, TableLifecycle lifecycle) {
        this.catalog = catalog;
        this.describer = describer;
        this.lifecycle = lifecycle;
    }

    @Override
    public OperationSpec<TableNameRequest, TableDescription> spec() {
        return new OperationSpec<>(
                OperationSpec.Service.DYNAMODB,
                "DescribeTable",
                ACTION,
                TableNameCodec::decode,
                DescribeTableCodec::encode);
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
        TableDefinition table = catalog.find(address);
        if (table == null) {
            throw DynamoDbException.of(ErrorCode.RESOURCE_NOT_FOUND, MessagesTable.notFound(address.tableName()));
        }
        lifecycle.requireThere(table);
        return describer.describe(table);
    }
}
