package org.extenddb.engine.backup;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.api.backup.ContinuousBackups.Window;
import org.extenddb.core.api.table.CreateTableCodec;
import org.extenddb.core.api.table.RestoreCodec;
import org.extenddb.core.api.table.RestoreRequest;
import org.extenddb.core.api.table.RestoreRequest.Overrides;
import org.extenddb.core.api.table.TableDescription;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.ErrorCode;
import org.extenddb.core.error.MessagesBackup;
import org.extenddb.core.iam.AccessRequest;
import org.extenddb.core.model.RestoreOrigin;
import org.extenddb.core.model.TableDefinition;
import org.extenddb.core.storage.HistoryStore;
import org.extenddb.core.validation.TableNames;
import org.extenddb.core.validation.Violations;
import org.extenddb.engine.Operation;
import org.extenddb.engine.OperationSpec;
import org.extenddb.engine.RequestContext;
import org.extenddb.engine.table.RestoreConstraints;
import org.extenddb.engine.table.RestoredTable;
import org.jspecify.annotations.Nullable;

/** Makes a new table of what another one was. The answer comes at once; items are copied in the background. */
@SingleInstance
public final class RestoreTableToPointInTime
        implements Operation<RestoreRequest, RestoreTableToPointInTime.Valid, TableDescription> {
    private static final String ACTION = "dynamodb:RestoreTableToPointInTime";

    private final BackedUpTables tables;
    private final HistoryStore history;
    private final Restores restores;

    /**
     * A request that has passed every check that needs no table.
     *
     * @param source a name or an ARN
     * @param time null for the latest
     */
    public record Valid(
            String source, String target, @Nullable Instant time, Overrides overrides) {}

    @Inject
    public RestoreTableToPointInTime(BackedUpTables tables, HistoryStore history, Restores restores) {
        this.tables = tables;
        this.history = history;
        this.restores = restores;
    }

    @Override
    public OperationSpec<RestoreRequest, TableDescription> spec() {
        return new OperationSpec<>(
                OperationSpec.Service.DYNAMODB,
                "RestoreTableToPointInTime",
                ACTION,
                RestoreCodec::decode,
                CreateTableCodec::encode);
    }

    @Override
    public Valid validate(RestoreRequest request) {
        Violations violations = new Violations();
        if (request.sourceTableName() != null) {
            TableNames.checkTable(violations, "sourceTableName", request.sourceTableName());
        }
        violations.length("sourceTableArn", request.sourceTableArn(), 1, 1024);
        RestoreConstraints.check(request, violations);
        violations.check();
        boolean latest = Boolean.TRUE.equals(request.useLatestRestorableTime());
        require(request.sourceTableName() == null || request.sourceTableArn() == null, MessagesBackup.TWO_SOURCES);
        require(request.sourceTableName() != null || request.sourceTableArn() != null, MessagesBackup.NO_SOURCE);
        require(
                request.sourceTableArn() == null || TableNames.accountOf(request.sourceTableArn()) != null,
                MessagesBackup.SOURCE_NO_ARN);
        require(!latest || request.restoreDateTime() == null, MessagesBackup.TWO_TIMES);
        require(latest || request.restoreDateTime() != null, MessagesBackup.NO_TIME);
        return new Valid(
                request.sourceTableName() == null
                        ? Objects.requireNonNull(request.sourceTableArn())
                        : request.sourceTableName(),
                Objects.requireNonNull(request.targetTableName()),
                latest ? null : request.restoreDateTime(),
                request.overrides());
    }

    private static void require(boolean condition, String refusal) {
        if (!condition) {
            throw DynamoDbException.validation(refusal);
        }
    }

    /** The source is restored from, and the target is written to and read. */
    @Override
    public List<AccessRequest> resources(Valid request, RequestContext context) {
        RestoreAccess.requireRegion(request.source(), request.overrides(), context);
        List<AccessRequest> asked = new ArrayList<>();
        asked.add(new AccessRequest(
                ACTION, RestoreAccess.source(request.source(), context).arn()));
        asked.addAll(RestoreAccess.onTarget(context.table(request.target())));
        return asked;
    }

    @Override
    public TableDescription execute(Valid request, RequestContext context) {
        TableDefinition source = tables.find(RestoreAccess.source(request.source(), context));
        Instant now = history.now();
        Window window = BackedUpTables.window(source, now);
        if (window == null || window.earliest() == null) {
            throw DynamoDbException.of(
                    ErrorCode.POINT_IN_TIME_RECOVERY_UNAVAILABLE,
                    MessagesBackup.notEnabled(source.address().tableName()));
        }
        Instant time = request.time() == null ? now : request.time();
        if (time.isBefore(window.earliest()) || time.isAfter(now)) {
            throw DynamoDbException.of(
                    ErrorCode.INVALID_RESTORE_TIME, MessagesBackup.notRestorable(time, window.earliest(), now));
        }
        return restores.toPointInTime(
                source,
                RestoredTable.of(
                        new RestoredTable.Source(
                                source.keySchema(), source.keyAttributes(), source.indexes(), source.settings()),
                        request.overrides(),
                        context.table(request.target()),
                        new RestoreOrigin(null, source.address().arn(), time),
                        now));
    }
}
