package org.extenddb.worker.backup;

import jakarta.inject.Inject;
import java.io.IOException;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.backup.BackupJobs;
import org.extenddb.core.backup.StoredBackup;
import org.extenddb.core.backup.StoredBackup.Status;
import org.extenddb.core.job.Job;
import org.extenddb.core.storage.BackupStore;
import org.extenddb.engine.backup.BackupObjects;
import org.extenddb.worker.job.JobControl;
import org.extenddb.worker.job.JobRunner;
import org.extenddb.worker.job.JobStep;

/** Takes a deleted backup's objects away. */
@SingleInstance
public final class BackupRemoval implements JobRunner {
    private final BackupStore backups;
    private final BackupObjects objects;

    @Inject
    BackupRemoval(BackupStore backups, BackupObjects objects) {
        this.backups = backups;
        this.objects = objects;
    }

    @Override
    public String kind() {
        return BackupJobs.DELETE;
    }

    @Override
    public JobStep run(Job job, JobControl control) throws IOException {
        StoredBackup backup = backups.find(job.spec());
        if (backup != null && backup.status() == Status.DELETED) {
            objects.delete(backup.folder());
            backups.remove(backup.id(), Status.DELETED);
        }
        return new JobStep.Completed();
    }

    /** What was deleted stays so, and out of clients' sight. */
    @Override
    public void abandon(Job job) {}
}
