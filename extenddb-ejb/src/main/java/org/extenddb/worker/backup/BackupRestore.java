package org.extenddb.worker.backup;

import jakarta.inject.Inject;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.backup.BackupJobs;
import org.extenddb.core.backup.BackupManifest;
import org.extenddb.core.backup.BackupManifest.Part;
import org.extenddb.core.backup.BackupRestoreSpec;
import org.extenddb.core.backup.StoredBackup;
import org.extenddb.core.job.Job;
import org.extenddb.core.job.JobProgress;
import org.extenddb.core.model.TableDefinition;
import org.extenddb.core.model.TableStatus;
import org.extenddb.core.storage.BackupStore;
import org.extenddb.engine.backup.BackupObjects;
import org.extenddb.engine.backup.CorruptBackupException;
import org.extenddb.worker.job.JobControl;
import org.extenddb.worker.job.JobRunner;
import org.extenddb.worker.job.JobStep;
import org.extenddb.worker.restore.RestoredTables;
import org.jspecify.annotations.Nullable;

/** Fills a table with what a backup has, part by part. A part that a server died at is put again. */
@SingleInstance
public final class BackupRestore implements JobRunner {
    private static final int BATCH = 200;

    /** An item's 400 KB are more in JSON; this is more than any item takes. */
    private static final int MAX_LINE = 4 << 20;

    private final BackupStore backups;
    private final BackupObjects objects;
    private final RestoredTables targets;

    @Inject
    public BackupRestore(BackupStore backups, BackupObjects objects, RestoredTables targets) {
        this.backups = backups;
        this.objects = objects;
        this.targets = targets;
    }

    @Override
    public String kind() {
        return BackupJobs.RESTORE;
    }

    @Override
    public JobStep run(Job job, JobControl control) throws IOException {
        BackupRestoreSpec spec = BackupRestoreSpec.ofText(job.spec());
        TableDefinition target = targets.find(job, spec.target());
        if (target == null) {
            return targets.missing(job);
        }
        if (target.status() == TableStatus.ACTIVE) {
            return new JobStep.Completed();
        }
        StoredBackup backup = backups.find(spec.backupId());
        if (backup == null) {
            return new JobStep.Failed("BackupNotFound", "The backup is not there any more.");
        }
        try {
            return restore(job, control, backup, target);
        } catch (CorruptBackupException e) {
            return new JobStep.Failed("CorruptBackup", String.valueOf(e.getMessage()));
        }
    }

    private JobStep restore(Job job, JobControl control, StoredBackup backup, TableDefinition target)
            throws IOException {
        BackupManifest manifest = objects.manifest(backup.location());
        int next = job.checkpoint() == null ? 0 : Integer.parseInt(job.checkpoint());
        JobProgress progress = job.progress();
        while (next < manifest.parts().size()) {
            if (!control.goesOn()) {
                return JobStep.Continue.AT_ONCE;
            }
            Part part = manifest.parts().get(next);
            put(part, backup, target);
            next++;
            progress = new JobProgress(
                    progress.done() + part.items(), manifest.size().items(), progress.bytes() + part.bytes());
            control.checkpoint(Integer.toString(next), progress);
        }
        targets.activate(target);
        return new JobStep.Completed();
    }

    private void put(Part part, StoredBackup backup, TableDefinition target) throws IOException {
        MessageDigest digest = BackupObjects.sha256();
        long items = 0;
        try (InputStream object =
                new DigestInputStream(new BufferedInputStream(objects.open(backup.location(), part.key())), digest)) {
            InputStream in = new BufferedInputStream(new GZIPInputStream(object, 1 << 16));
            List<byte[]> batch = new ArrayList<>();
            byte[] line = line(in);
            while (line != null) {
                batch.add(line);
                items++;
                if (batch.size() == BATCH) {
                    put(target, batch);
                }
                line = line(in);
            }
            put(target, batch);
            object.transferTo(OutputStream.nullOutputStream());
        } catch (ZipException | EOFException e) {
            throw new CorruptBackupException("A part of the backup cannot be read: " + part.key());
        }
        if (items != part.items() || !part.sha256().equals(BackupObjects.hex(digest.digest()))) {
            throw new CorruptBackupException("A part of the backup is not what its checksum says: " + part.key());
        }
    }

    private void put(TableDefinition target, List<byte[]> batch) throws CorruptBackupException {
        try {
            targets.putForeign(target, batch);
        } catch (IllegalArgumentException e) {
            throw new CorruptBackupException("The backup has an item that is none: " + e.getMessage());
        }
        batch.clear();
    }

    /** Null at the end. */
    private static byte @Nullable [] line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(1_024);
        int next = in.read();
        if (next < 0) {
            return null;
        }
        while (next >= 0 && next != '\n') {
            if (line.size() == MAX_LINE) {
                throw new CorruptBackupException("A part of the backup has a line that is no item.");
            }
            line.write(next);
            next = in.read();
        }
        return line.toByteArray();
    }

    @Override
    public void abandon(Job job) {
        targets.drop(job, BackupRestoreSpec.ofText(job.spec()).target());
    }
}
