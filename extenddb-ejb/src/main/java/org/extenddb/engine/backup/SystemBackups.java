package org.extenddb.engine.backup;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.config.BackupConfig;
import org.extenddb.config.StoreConfig;
import org.extenddb.core.backup.BackupJobs;
import org.extenddb.core.backup.BackupTable;
import org.extenddb.core.backup.BackupTableCodec;
import org.extenddb.core.backup.StoredBackup;
import org.extenddb.core.backup.StoredBackup.Location;
import org.extenddb.core.backup.StoredBackup.Size;
import org.extenddb.core.backup.StoredBackup.Status;
import org.extenddb.core.backup.StoredBackup.Type;
import org.extenddb.core.job.JobId;
import org.extenddb.core.job.NewJob;
import org.extenddb.core.model.TableDefinition;
import org.extenddb.core.storage.BackupStore;
import org.extenddb.core.storage.BackupStore.Filter;
import org.extenddb.core.storage.HistoryStore;
import org.extenddb.core.storage.JobStore;
import org.extenddb.engine.table.DeletedTableBackups;
import org.jspecify.annotations.Nullable;

/**
 * Backups that are made of deleted tables without anybody asking, and that nobody can delete: they go by themselves.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/PointInTimeRecovery_Howitworks.html">How it works</a>
 */
@SingleInstance
public final class SystemBackups implements DeletedTableBackups {
    private static final String SUFFIX = "$DeletedTableBackup";
    private static final int MOST = 1_000;

    private final BackupStore backups;
    private final JobStore jobs;
    private final HistoryStore history;
    private final DiscardedBackups discarded;
    private final BackupConfig config;
    private final StoreConfig store;

    @Inject
    public SystemBackups(
            BackupStore backups,
            JobStore jobs,
            HistoryStore history,
            DiscardedBackups discarded,
            BackupConfig config,
            StoreConfig store) {
        this.backups = backups;
        this.jobs = jobs;
        this.history = history;
        this.discarded = discarded;
        this.config = config;
        this.store = store;
    }

    /** Nothing is kept where there is no object store to keep it in. */
    @Override
    public @Nullable String hold(TableDefinition table) {
        if (!table.settings().recovery().isEnabled() || !store.isConfigured()) {
            return null;
        }
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        StoredBackup backup = backup(table, now);
        while (!backups.create(backup)) {
            now = now.plusMillis(1);
            backup = backup(table, now);
        }
        history.hold(table.storageId(), backup.id());
        return backup.id();
    }

    private StoredBackup backup(TableDefinition table, Instant now) {
        String id = JobId.ofSystem(now);
        return new StoredBackup(
                id,
                table.address(),
                table.tableId(),
                table.address().tableName() + SUFFIX,
                Type.SYSTEM,
                Status.CREATING,
                now,
                Size.NONE,
                new Location(config.bucket(), CreateBackup.prefix(table.address(), id)),
                BackupTableCodec.toJson(BackupTable.of(table)));
    }

    @Override
    public void make(String held, TableDefinition deleted) {
        if (deleted.settings().recovery().isEnabled()) {
            jobs.create(new NewJob(
                    held,
                    BackupJobs.CREATE,
                    deleted.address(),
                    Integer.toString(deleted.storageId()),
                    null,
                    Instant.now()));
        } else {
            release(held);
        }
    }

    @Override
    public void release(String held) {
        backups.remove(held, Status.CREATING);
        history.release(held);
    }

    /** Point-in-time recovery was changed of a table that is DELETING: whether it leaves a backup goes by that. */
    void changed(TableDefinition deleting) {
        List<StoredBackup> made = ofTable(deleting);
        if (deleting.settings().recovery().isEnabled()) {
            String held = made.isEmpty() ? hold(deleting) : null;
            if (held != null) {
                make(held, deleting);
            }
        } else {
            made.forEach(this::drop);
        }
    }

    private List<StoredBackup> ofTable(TableDefinition table) {
        Filter filter = new Filter(table.address().tableName(), Type.SYSTEM, table.createdAt(), null);
        return backups.list(table.address().account(), table.address().region(), filter, null, MOST).stream()
                .filter(backup -> backup.tableId().equals(table.tableId()) && backup.status() != Status.DELETED)
                .toList();
    }

    /** One that is still being made goes with its job. */
    private void drop(StoredBackup backup) {
        if (!discarded.delete(backup)) {
            jobs.requestCancel(backup.id());
        }
    }
}
