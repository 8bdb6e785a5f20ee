package org.extenddb.engine.backup;

import jakarta.inject.Inject;
import java.util.List;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.api.backup.BackupDescription;
import org.extenddb.core.api.backup.BackupDescriptionCodec;
import org.extenddb.core.api.backup.BackupRequest;
import org.extenddb.core.iam.AccessRequest;
import org.extenddb.engine.Operation;
import org.extenddb.engine.OperationSpec;
import org.extenddb.engine.RequestContext;

/** Describes a backup. */
@SingleInstance
public final class DescribeBackup implements Operation<BackupRequest, BackupArn, BackupDescription> {
    private static final String ACTION = "dynamodb:DescribeBackup";

    private final Backups backups;

    @Inject
    public DescribeBackup(Backups backups) {
        this.backups = backups;
    }

    @Override
    public OperationSpec<BackupRequest, BackupDescription> spec() {
        return new OperationSpec<>(
                OperationSpec.Service.DYNAMODB,
                "DescribeBackup",
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
        return new BackupDescription(backups.find(arn, arn.table(context)), arn.toString());
    }
}
