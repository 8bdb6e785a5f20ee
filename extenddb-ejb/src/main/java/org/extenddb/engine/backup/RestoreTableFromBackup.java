package org.extenddb.engine.backup;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.api.table.CreateTableCodec;
import org.extenddb.core.api.table.RestoreCodec;
import org.extenddb.core.api.table.RestoreRequest;
import org.extenddb.core.api.table.RestoreRequest.Overrides;
import org.extenddb.core.api.table.TableDescription;
import org.extenddb.core.backup.BackupTable;
import org.extenddb.core.backup.BackupTableCodec;
import org.extenddb.core.backup.StoredBackup;
import org.extenddb.core.error.MessagesBackup;
import org.extenddb.core.iam.AccessRequest;
import org.extenddb.core.model.RestoreOrigin;
import org.extenddb.core.storage.NewTable;
import org.extenddb.core.validation.Violations;
import org.extenddb.engine.Operation;
import org.extenddb.engine.OperationSpec;
import org.extenddb.engine.RequestContext;
import org.extenddb.engine.table.RestoreConstraints;
import org.extenddb.engine.table.RestoredTable;

/** Makes a new table of a backup. The answer comes at once; items are put in the background. */
@SingleInstance
public final class RestoreTableFromBackup
        implements Operation<RestoreRequest, RestoreTableFromBackup.Valid, TableDescription> {
    private static final String ACTION = "dynamodb:RestoreTableFromBackup";

    private final Backups backups;
    private final Restores restores;

    /** A request that has passed every check that needs no backup. */
    public record Valid(BackupArn backup, String target, Overrides overrides) {}

    @Inject
    public RestoreTableFromBackup(Backups backups, Restores restores) {
        this.backups = backups;
        this.restores = restores;
    }

    @Override
    public OperationSpec<RestoreRequest, TableDescription> spec() {
        return new OperationSpec<>(
                OperationSpec.Service.DYNAMODB,
                "RestoreTableFromBackup",
                ACTION,
                RestoreCodec::decode,
                CreateTableCodec::encode);
    }

    @Override
    public Valid validate(RestoreRequest request) {
        Violations violations = new Violations();
        violations.required("backupArn", request.backupArn());
        BackupArn.check(violations, "backupArn", request.backupArn());
        RestoreConstraints.check(request, violations);
        violations.check();
        return new Valid(
                BackupArn.of(Objects.requireNonNull(request.backupArn())),
                Objects.requireNonNull(request.targetTableName()),
                request.overrides());
    }

    @Override
    public List<AccessRequest> resources(Valid request, RequestContext context) {
        RestoreAccess.requireRegion(request.backup().tableArn(), request.overrides(), context);
        List<AccessRequest> asked =
                new ArrayList<>(request.backup().access(ACTION, request.backup().source()));
        asked.addAll(RestoreAccess.onTarget(context.table(request.target())));
        return asked;
    }

    @Override
    public TableDescription execute(Valid request, RequestContext context) {
        StoredBackup backup = backups.find(request.backup(), request.backup().source());
        BackupTable table = BackupTableCodec.ofJson(backup.source());
        NewTable target = RestoredTable.of(
                new RestoredTable.Source(table.keySchema(), table.keyAttributes(), table.indexes(), table.settings()),
                request.overrides(),
                context.table(request.target()),
                new RestoreOrigin(backup.arn(), backup.table().arn(), backup.createdAt()),
                Instant.now());
        restores.requireFree(target.address());
        backups.requireFree(backup, MessagesBackup.restoredElsewhere(backup.arn()));
        return restores.fromBackup(backup.id(), target);
    }
}
