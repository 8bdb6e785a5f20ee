package org.extenddb.engine.table;

import jakarta.inject.Inject;
import java.util.List;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.api.table.ListTablesCodec;
import org.extenddb.core.api.table.ListTablesRequest;
import org.extenddb.core.api.table.ListTablesResponse;
import org.extenddb.core.iam.AccessRequest;
import org.extenddb.core.storage.TableCatalog;
import org.extenddb.core.validation.TableNames;
import org.extenddb.core.validation.Violations;
import org.extenddb.engine.Operation;
import org.extenddb.engine.OperationSpec;
import org.extenddb.engine.RequestContext;

/** Lists the tables of the caller's account in the request's region. */
@SingleInstance
public final class ListTables implements Operation<ListTablesRequest, ListTablesRequest, ListTablesResponse> {
    private static final String ACTION = "dynamodb:ListTables";
    private static final int MAX_PAGE = 100;

    private final TableCatalog catalog;

    @Inject
    ListTables(TableCatalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public OperationSpec<ListTablesRequest, ListTablesResponse> spec() {
        return new OperationSpec<>(
                OperationSpec.Service.DYNAMODB, "ListTables", ACTION, ListTablesCodec::decode, ListTablesCodec::encode);
    }

    @Override
    public ListTablesRequest validate(ListTablesRequest request) {
        String after = request.exclusiveStartTableName();
        new Violations()
                .range("limit", request.limit(), 1, MAX_PAGE)
                .pattern("exclusiveStartTableName", after, TableNames.CHARACTERS)
                .length("exclusiveStartTableName", after, TableNames.MIN_LENGTH, TableNames.MAX_LENGTH)
                .check();
        return request;
    }

    @Override
    public List<AccessRequest> resources(ListTablesRequest request, RequestContext context) {
        return TableAccess.onAll(ACTION);
    }

    @Override
    public ListTablesResponse execute(ListTablesRequest request, RequestContext context) {
        int limit = request.limit() == null ? MAX_PAGE : request.limit();
        List<String> names = catalog.list(
                context.caller().account(), context.region(), request.exclusiveStartTableName(), limit + 1);
        return names.size() > limit
                ? new ListTablesResponse(names.subList(0, limit), names.get(limit - 1))
                : new ListTablesResponse(names, null);
    }
}
