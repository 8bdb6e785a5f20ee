package org.extenddb.engine.backup;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.backup.BackupJobs;
import org.extenddb.core.backup.StoredBackup;
import org.extenddb.core.backup.StoredBackup.Status;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.ErrorCode;
import org.extenddb.core.error.MessagesBackup;
import org.extenddb.core.job.Job;
import org.extenddb.core.job.JobFilter;
import org.extenddb.core.model.TableAddress;
import org.extenddb.core.storage.BackupStore;
import org.extenddb.core.storage.JobStore;
import org.extenddb.engine.RequestContext;

/** Backups as requests name them. */
@SingleInstance
public final class Backups {
    private static final int MOST_JOBS = 1_000;

    private final BackupStore store;
    private final JobStore jobs;

    @Inject
    public Backups(BackupStore store, JobStore jobs) {
        this.store = store;
        this.jobs = jobs;
    }

    /**
     * One that is there and of the table in its ARN.
     *
     * @throws DynamoDbException BackupNotFoundException
     */
    StoredBackup find(BackupArn arn, RequestContext context) {
        TableAddress table = arn.table(context);
        StoredBackup backup = store.find(arn.id());
        if (backup == null || !backup.table().equals(table) || backup.status() == Status.DELETED) {
            throw DynamoDbException.of(
                    ErrorCode.BACKUP_NOT_FOUND, MessagesBackup.backupNotFound(StoredBackup.arn(table, arn.id())));
        }
        return backup;
    }

    /** @throws DynamoDbException BackupInUseException for one that is being made or restored from */
    void requireFree(StoredBackup backup) {
        requireMade(backup);
        JobFilter restores =
                new JobFilter(backup.table().account(), backup.table().region(), null, Set.of(BackupJobs.RESTORE));
        List<Job> running = jobs.list(restores, null, MOST_JOBS);
        if (running.stream()
                .anyMatch(job -> !job.state().isEnded() && job.spec().equals(backup.id()))) {
            throw DynamoDbException.of(ErrorCode.BACKUP_IN_USE, MessagesBackup.backupInUse(backup.arn()));
        }
    }

    /** @throws DynamoDbException BackupInUseException for one that is being made */
    static void requireMade(StoredBackup backup) {
        if (backup.status() == Status.CREATING) {
            throw DynamoDbException.of(ErrorCode.BACKUP_IN_USE, MessagesBackup.backupBeingCreated(backup.arn()));
        }
    }
}
