package org.extenddb.engine.backup;

import jakarta.inject.Inject;
import java.util.List;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.api.backup.BackupDescription;
import org.extenddb.core.api.backup.BackupDescriptionCodec;
import org.extenddb.core.api.backup.BackupRequest;
import org.extenddb.core.backup.StoredBackup;
import org.extenddb.core.backup.StoredBackup.Status;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.ErrorCode;
import org.extenddb.core.error.MessagesBackup;
import org.extenddb.core.iam.AccessRequest;
import org.extenddb.engine.Operation;
import org.extenddb.engine.OperationSpec;
import org.extenddb.engine.RequestContext;

/** Deletes a backup. Nobody sees it any more; its objects go in the background. */
@SingleInstance
public final class DeleteBackup implements Operation<BackupRequest, BackupArn, BackupDescription> {
    private static final String ACTION = "dynamodb:DeleteBackup";

    private final Backups backups;
    private final DiscardedBackups discarded;

    @Inject
    public DeleteBackup(Backups backups, DiscardedBackups discarded) {
        this.backups = backups;
        this.discarded = discarded;
    }

    @Override
    public OperationSpec<BackupRequest, BackupDescription> spec() {
        return new OperationSpec<>(
                OperationSpec.Service.DYNAMODB,
                "DeleteBackup",
                ACTION,
                BackupRequest::decode,
                BackupDescriptionCodec::encode);
    }

    @Override
    public BackupArn validate(BackupRequest request) {
        return BackupArn.of(request);
    }

    @Override
    public List<AccessRequest> resources(BackupArn arn, RequestContext context) {
        return arn.access(ACTION, arn.table(context));
    }

    @Override
    public BackupDescription execute(BackupArn arn, RequestContext context) {
        StoredBackup backup = backups.find(arn, arn.table(context));
        if (backup.expiresAt() != null) {
            throw DynamoDbException.validation(MessagesBackup.systemBackup(arn.toString(), backup.expiresAt()));
        }
        backups.requireFree(backup, MessagesBackup.backupInUse(backup.arn()));
        if (!discarded.delete(backup)) {
            throw DynamoDbException.of(ErrorCode.BACKUP_NOT_FOUND, MessagesBackup.backupNotFound(backup.arn()));
        }
        return new BackupDescription(backup.with(Status.DELETED), arn.toString());
    }
}
