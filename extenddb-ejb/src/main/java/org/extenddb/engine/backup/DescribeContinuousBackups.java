package org.extenddb.engine.backup;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.api.backup.ContinuousBackups;
import org.extenddb.core.api.backup.ContinuousBackupsCodec;
import org.extenddb.core.api.table.TableNameCodec;
import org.extenddb.core.api.table.TableNameRequest;
import org.extenddb.core.iam.AccessRequest;
import org.extenddb.core.validation.TableNames;
import org.extenddb.core.validation.Violations;
import org.extenddb.engine.Operation;
import org.extenddb.engine.OperationSpec;
import org.extenddb.engine.RequestContext;
import org.extenddb.engine.data.Tables;

/** Tells to when a table can be restored. */
@SingleInstance
public final class DescribeContinuousBackups implements Operation<TableNameRequest, String, ContinuousBackups> {
    private static final String ACTION = "dynamodb:DescribeContinuousBackups";

    private final BackedUpTables tables;

    @Inject
    public DescribeContinuousBackups(BackedUpTables tables) {
        this.tables = tables;
    }

    @Override
    public OperationSpec<TableNameRequest, ContinuousBackups> spec() {
        return new OperationSpec<>(
                OperationSpec.Service.DYNAMODB,
                "DescribeContinuousBackups",
                ACTION,
                TableNameCodec::decode,
                ContinuousBackupsCodec::encode);
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
    public ContinuousBackups execute(String tableName, RequestContext context) {
        return tables.describe(tables.find(context.table(tableName)));
    }
}
