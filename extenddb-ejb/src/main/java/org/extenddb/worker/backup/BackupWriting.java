package org.extenddb.worker.backup;

import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.backup.BackupJobs;
import org.extenddb.core.backup.BackupManifest;
import org.extenddb.core.backup.BackupManifest.Part;
import org.extenddb.core.backup.BackupTableCodec;
import org.extenddb.core.backup.StoredBackup;
import org.extenddb.core.backup.StoredBackup.Location;
import org.extenddb.core.backup.StoredBackup.Size;
import org.extenddb.core.backup.StoredBackup.Status;
import org.extenddb.core.backup.StoredBackup.Type;
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
import org.extenddb.worker.job.JobLostException;
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

    /** The items of a deleted table are nowhere else: its backup is tried until it is made. */
    @Override
    public boolean givesUp(Job job) {
        StoredBackup backup = backups.find(job.id());
        return backup == null || backup.type() != Type.SYSTEM;
    }

    @Override
    public JobStep run(Job job, JobControl control) throws IOException {
        StoredBackup backup = backups.find(job.id());
        if (backup != null && backup.status() == Status.AVAILABLE) {
            history.release(job.id());
            return new JobStep.Completed();
        }
        if (backup == null || backup.status() != Status.CREATING) {
            return new JobStep.Failed("BackupNotFound", "The backup is not there any more.");
        }
        try {
            return new Attempt(job, control, backup).run();
        } catch (ObjectStoreException e) {
            if (e.reason() == Reason.UNAVAILABLE || backup.type() == Type.SYSTEM) {
                throw e;
            }
            return new JobStep.Failed("ObjectStore", String.valueOf(e.getMessage()));
        }
    }

    /** Marked first: whoever is still at it cannot make it AVAILABLE any more. */
    @Override
    public void abandon(Job job) throws IOException {
        StoredBackup backup = backups.find(job.id());
        if (backup != null && backup.status() != Status.AVAILABLE) {
            backups.update(backup.with(Status.DELETED), Status.CREATING);
            objects.delete(backup.folder());
            backups.remove(backup.id(), Status.DELETED);
        }
        history.release(job.id());
    }

    /**
     * One attempt at a backup, in a folder of its own: a server that was thought dead and goes on later spoils nothing. Which one is the
     * backup the catalogue decides.
     */
    private final class Attempt {
        private final Job job;
        private final JobControl control;
        private final StoredBackup backup;
        private final Location location;

        Attempt(Job job, JobControl control, StoredBackup backup) {
            this.job = job;
            this.control = control;
            this.backup = backup;
            this.location = backup.folder().within(UUID.randomUUID().toString());
        }

        /** What an attempt that broke off has left behind goes with the next one; this one may be the backup after all. */
        JobStep run() throws IOException {
            boolean made;
            try {
                made = write();
            } catch (JobLostException e) {
                objects.delete(location);
                throw e;
            }
            if (!made) {
                objects.delete(location);
                return JobStep.Continue.AT_ONCE;
            }
            objects.deleteOthers(backup.folder(), location);
            history.release(job.id());
            return new JobStep.Completed();
        }

        /** False when it came to no end, or another attempt is the backup by now. */
        private boolean write() throws IOException {
            int storageId = Integer.parseInt(job.spec());
            try (PartsWriter parts = new PartsWriter(objects, location, PART_BYTES)) {
                boolean whole = snapshots.read(storageId, (json, size) -> {
                    if (!parts.write(json, size)) {
                        return true;
                    }
                    keep(parts.size(), job.progress().total());
                    return !isToEnd();
                });
                return whole && complete(parts.finish(), parts.size());
            }
        }

        private boolean isToEnd() {
            Job now = jobs.find(job.id());
            return now == null
                    || now.cancelRequested()
                    || Thread.currentThread().isInterrupted();
        }

        private void keep(Size size, long total) {
            control.checkpoint(null, new JobProgress(size.items(), total, size.bytes()));
        }

        private boolean complete(List<Part> parts, Size size) throws IOException {
            control.confirm();
            objects.write(
                    location,
                    new BackupManifest(
                            backup.id(),
                            backup.name(),
                            backup.createdAt(),
                            BackupTableCodec.ofJson(backup.source()),
                            size,
                            parts));
            keep(size, Math.max(size.items(), job.progress().total()));
            return backups.update(backup.available(location, size), Status.CREATING);
        }
    }
}
