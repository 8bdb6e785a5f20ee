package org.extenddb.engine.backup;

import jakarta.inject.Inject;
import java.time.Instant;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.backup.BackupJobs;
import org.extenddb.core.backup.StoredBackup;
import org.extenddb.core.backup.StoredBackup.Status;
import org.extenddb.core.job.JobId;
import org.extenddb.core.job.NewJob;
import org.extenddb.core.storage.BackupStore;
import org.extenddb.core.storage.HistoryStore;
import org.extenddb.core.storage.JobStore;

/**
 * The one way in which a backup goes. Its record says so first, so that nobody sees it any more; a job takes its objects away afterwards.
 * Whoever dies in between leaves objects of a backup that is DELETED, for which {@link #removeObjects} is called again later.
 */
@SingleInstance
public final class DiscardedBackups {
    private final BackupStore backups;
    private final JobStore jobs;
    private final HistoryStore history;

    @Inject
    public DiscardedBackups(BackupStore backups, JobStore jobs, HistoryStore history) {
        this.backups = backups;
        this.jobs = jobs;
        this.history = history;
    }

    /**
     * Deletes one that is AVAILABLE.
     *
     * @return false when it was not, or is not any more; nothing has happened then
     */
    public boolean delete(StoredBackup backup) {
        boolean deleted = backups.update(backup.with(Status.DELETED), Status.AVAILABLE);
        if (deleted) {
            removeObjects(backup);
        }
        return deleted;
    }

    /** Gives one up that is CREATING and that nobody makes. Nothing happens to any other. */
    public void forget(StoredBackup backup) {
        if (backups.update(backup.with(Status.DELETED), Status.CREATING)) {
            history.release(backup.id());
            removeObjects(backup);
        }
    }

    /** Has the objects of one taken away that is DELETED. */
    public void removeObjects(StoredBackup backup) {
        jobs.create(new NewJob(
                JobId.next(Instant.now()), BackupJobs.DELETE, backup.table(), backup.id(), null, Instant.now()));
    }
}
