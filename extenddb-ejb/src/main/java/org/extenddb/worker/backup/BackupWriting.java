package org.extenddb.worker.backup;

import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.backup.BackupJobs;
import org.extenddb.core.backup.BackupManifest;
import org.extenddb.core.backup.BackupManifest.Part;
import org.extenddb.core.backup.BackupTableCodec;
import org.extenddb.core.backup.StoredBackup;
import org.extenddb.core.backup.StoredBackup.Status;
import org.extenddb.core.job.Job;
import org.extenddb.core.job.JobProgress;
import org.extenddb.core.object.ObjectStoreException;
import org.extenddb.core.object.ObjectStoreException.Reason;
import org.extenddb.core.storage.BackupStore;
import org.extenddb.core.storage.HistoryStore;
import org.extenddb.core.storage.JobStore;
import org.extenddb.engine.backup.BackupObjects;
import org.extenddb.storage.jpa.backup.TableSnapshot;
import org.extenddb.storage.jpa.sql.Database;
import org.extenddb.worker.job.JobControl;
import org.extenddb.worker.job.JobRunner;
import org.extenddb.worker.job.JobStep;

/**
 * Makes a backup of one snapshot. A snapshot ends with its connection, so a backup is made in one go, however many slices that would be,
 * and from its beginning where a server died at it.
 */
@SingleInstance
public final class BackupWriting implements JobRunner {
    private static final long PART_BYTES = 16L << 20;

    private final BackupStore backups;
    private final JobStore jobs;
    private final HistoryStore history;
    private final BackupObjects objects;
    private final TableSnapshot snapshots;

    @Inject
    public BackupWriting(
            BackupStore backups, JobStore jobs, HistoryStore history, BackupObjects objects, Database database) {
        this.backups = backups;
        this.jobs = jobs;
        this.history = history;
        this.objects = objects;
        this.snapshots = new TableSnapshot(database);
    }

    @Override
    public String kind() {
        return BackupJobs.CREATE;
    }

    @Override
    public JobStep run(Job job, JobControl control) throws IOException {
        StoredBackup backup = backups.find(job.id());
        if (backup == null || backup.status() != Status.CREATING) {
            return new JobStep.Failed("BackupNotFound", "The backup is not there any more.");
        }
        try {
            return write(job, control, backup);
        } catch (ObjectStoreException e) {
            if (e.reason() == Reason.UNAVAILABLE) {
                throw e;
            }
            return new JobStep.Failed("ObjectStore", String.valueOf(e.getMessage()));
        }
    }

    private JobStep write(Job job, JobControl control, StoredBackup backup) throws IOException {
        objects.delete(backup.location());
        int storageId = Integer.parseInt(job.spec());
        try (PartsWriter parts = new PartsWriter(objects, backup.location(), PART_BYTES)) {
            JobProgress total = job.progress();
            boolean whole = snapshots.read(storageId, (json, size) -> {
                if (!parts.write(json, size)) {
                    return true;
                }
                control.checkpoint(
                        null,
                        new JobProgress(
                                parts.size().items(),
                                total.total(),
                                parts.size().bytes()));
                return !isToEnd(job);
            });
            if (!whole) {
                return JobStep.Continue.AT_ONCE;
            }
            complete(job, control, backup, parts.finish(), parts.size());
        }
        history.release(job.id());
        return new JobStep.Completed();
    }

    private boolean isToEnd(Job job) {
        Job now = jobs.find(job.id());
        return now == null || now.cancelRequested() || Thread.currentThread().isInterrupted();
    }

    private void complete(Job job, JobControl control, StoredBackup backup, List<Part> parts, StoredBackup.Size size)
            throws IOException {
        control.confirm();
        objects.write(
                backup.location(),
                new BackupManifest(
                        backup.id(),
                        backup.name(),
                        backup.createdAt(),
                        BackupTableCodec.ofJson(backup.source()),
                        size,
                        parts));
        control.checkpoint(
                null,
                new JobProgress(
                        size.items(), Math.max(size.items(), job.progress().total()), size.bytes()));
        backups.update(backup.available(size), Status.CREATING);
    }

    @Override
    public void abandon(Job job) throws IOException {
        StoredBackup backup = backups.find(job.id());
        if (backup != null && backup.status() == Status.CREATING) {
            objects.delete(backup.location());
            backups.remove(backup.id());
        }
        history.release(job.id());
    }
}
