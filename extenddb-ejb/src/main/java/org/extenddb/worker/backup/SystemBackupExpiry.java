package org.extenddb.worker.backup;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.backup.StoredBackup;
import org.extenddb.core.backup.StoredBackup.Status;
import org.extenddb.core.storage.BackupStore;
import org.extenddb.core.storage.JobStore;
import org.extenddb.engine.backup.SystemBackups;
import org.extenddb.worker.BackgroundWork;

/**
 * Deletes system backups that have been kept for long enough, and forgets those whose server died before it could ask for them to be
 * made. Of several servers that come to one, one does it.
 */
@SingleInstance
public final class SystemBackupExpiry implements BackgroundWork {
    private static final int AT_ONCE = 100;

    /** A backup is announced a moment before its job. */
    private static final Duration ANNOUNCED_BEFORE_JOB = Duration.ofMinutes(10);

    private final BackupStore backups;
    private final JobStore jobs;
    private final SystemBackups system;

    @Inject
    public SystemBackupExpiry(BackupStore backups, JobStore jobs, SystemBackups system) {
        this.backups = backups;
        this.jobs = jobs;
        this.system = system;
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(15);
    }

    @Override
    public void run() {
        Instant now = Instant.now();
        backups.systemBackups(Status.AVAILABLE, now.minus(StoredBackup.SYSTEM_KEPT), AT_ONCE)
                .forEach(system::delete);
        backups.systemBackups(Status.CREATING, now.minus(ANNOUNCED_BEFORE_JOB), AT_ONCE).stream()
                .map(StoredBackup::id)
                .filter(id -> jobs.find(id) == null)
                .forEach(system::release);
    }
}
