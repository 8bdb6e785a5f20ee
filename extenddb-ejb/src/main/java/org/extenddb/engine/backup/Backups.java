package org.extenddb.engine.backup;

import jakarta.inject.Inject;
import java.util.Set;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.backup.BackupJobs;
import org.extenddb.core.backup.BackupRestoreSpec;
import org.extenddb.core.backup.StoredBackup;
import org.extenddb.core.backup.StoredBackup.Status;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.ErrorCode;
import org.extenddb.core.error.MessagesBackup;
import org.extenddb.core.job.Job;
import org.extenddb.core.job.JobFilter;
import org.extenddb.core.model.TableAddress;
import org.extenddb.core.model.TableDefinition;
import org.extenddb.core.model.TableStatus;
import org.extenddb.core.storage.BackupStore;
import org.extenddb.core.storage.JobStore;
import org.extenddb.core.storage.TableCatalog;

/** Backups as requests name them. */
@SingleInstance
public final class Backups {
    private static final int MOST_JOBS = 1_000;

    private final BackupStore store;
    private final JobStore jobs;
    private final TableCatalog catalog;

    @Inject
    public Backups(BackupStore store, JobStore jobs, TableCatalog catalog) {
        this.store = store;
        this.jobs = jobs;
        this.catalog = catalog;
    }

    /**
     * One that is there and of a table.
     *
     * @throws DynamoDbException BackupNotFoundException
     */
    StoredBackup find(BackupArn arn, TableAddress table) {
        StoredBackup backup = store.find(arn.id());
        if (backup == null || !backup.table().equals(table) || backup.status() == Status.DELETED) {
            throw DynamoDbException.of(
                    ErrorCode.BACKUP_NOT_FOUND, MessagesBackup.backupNotFound(StoredBackup.arn(table, arn.id())));
        }
        return backup;
    }

    /**
     * A backup is restored from once at a time.
     *
     * @param refusal of one that is being restored from
     * @throws DynamoDbException BackupInUseException for one that is being made or restored from
     */
    void requireFree(StoredBackup backup, String refusal) {
        requireMade(backup);
        JobFilter restores = new JobFilter(backup.table().account(), null, null, Set.of(BackupJobs.RESTORE), true);
        if (jobs.list(restores, null, MOST_JOBS).stream().anyMatch(job -> isOf(backup, job) && !isRestored(job))) {
            throw DynamoDbException.of(ErrorCode.BACKUP_IN_USE, refusal);
        }
    }

    private static boolean isOf(StoredBackup backup, Job restore) {
        return BackupRestoreSpec.ofText(restore.spec()).backupId().equals(backup.id());
    }

    /** Whether the table can be used already: its job ends a moment later. */
    private boolean isRestored(Job restore) {
        TableDefinition table = catalog.find(restore.table());
        return table != null && table.status() == TableStatus.ACTIVE;
    }

    private static void requireMade(StoredBackup backup) {
        if (backup.status() == Status.CREATING) {
            throw DynamoDbException.of(ErrorCode.BACKUP_IN_USE, MessagesBackup.backupBeingCreated(backup.arn()));
        }
    }
}
