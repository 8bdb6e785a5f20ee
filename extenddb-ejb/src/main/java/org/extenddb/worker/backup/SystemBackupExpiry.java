package org.extenddb.worker.backup;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.backup.StoredBackup;
import org.extenddb.core.storage.BackupStore;
import org.extenddb.engine.backup.SystemBackups;
import org.extenddb.worker.BackgroundWork;

/** Deletes system backups that have been kept for long enough. Of several servers that come to one, one does it. */
@SingleInstance
public final class SystemBackupExpiry implements BackgroundWork {
    private static final int AT_ONCE = 100;

    private final BackupStore backups;
    private final SystemBackups system;

    @Inject
    public SystemBackupExpiry(BackupStore backups, SystemBackups system) {
        this.backups = backups;
        this.system = system;
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(15);
    }

    @Override
    public void run() {
        backups.systemBackups(Instant.now().minus(StoredBackup.SYSTEM_KEPT), AT_ONCE)
                .forEach(system::delete);
    }
}
