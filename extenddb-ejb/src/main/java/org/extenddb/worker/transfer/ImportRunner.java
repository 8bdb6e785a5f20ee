package org.extenddb.worker.transfer;

import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.config.BackupConfig;
import org.extenddb.core.api.transfer.ImportSpec;
import org.extenddb.core.error.MessagesTransfer;
import org.extenddb.core.job.Job;
import org.extenddb.core.model.TableDefinition;
import org.extenddb.core.model.TableStatus;
import org.extenddb.core.object.ObjectStore;
import org.extenddb.core.object.ObjectStoreException;
import org.extenddb.core.storage.ItemStore;
import org.extenddb.core.storage.TableCatalog;
import org.extenddb.engine.data.TablePlan;
import org.extenddb.worker.job.JobControl;
import org.extenddb.worker.job.JobRunner;
import org.extenddb.worker.job.JobStep;
import org.extenddb.worker.restore.RestoredTables;
import org.jspecify.annotations.Nullable;

/**
 * Fills a new table from the objects of a bucket. Nobody else writes to it meanwhile: it is CREATING. Items that are put a second time,
 * after a server died, are the same.
 */
@SingleInstance
public final class ImportRunner implements JobRunner {
    /** Within which every server sees the table that the job was made for. */
    private static final Duration APPEARING = Duration.ofSeconds(30);

    /** The server that had failed died before it could say why. */
    private static final JobStep BROKEN_OFF =
            new JobStep.Failed("UnknownError", "The import ended before all objects were read.");

    private final TableCatalog catalog;
    private final ItemStore items;
    private final ObjectStore store;
    private final BackupConfig backups;
    private final RestoredTables tables;

    @Inject
    ImportRunner(
            TableCatalog catalog, ItemStore items, ObjectStore store, RestoredTables tables, BackupConfig backups) {
        this.catalog = catalog;
        this.items = items;
        this.store = store;
        this.backups = backups;
        this.tables = tables;
    }

    @Override
    public String kind() {
        return ImportSpec.KIND;
    }

    @Override
    public JobStep run(Job job, JobControl control) throws IOException {
        TableDefinition table = find(job);
        if (table == null) {
            return Instant.now().isBefore(job.times().createdAt().plus(APPEARING))
                    ? new JobStep.Continue(Duration.ofSeconds(1))
                    : new JobStep.Failed("TableNotFound", "The table that was to be filled is not there.");
        }
        if (ImportSpec.ofJson(job.spec()).bucket().equals(backups.bucket())) {
            remove(table);
            return StoreFailures.backups();
        }
        ImportSlice slice = new ImportSlice(store, items, job, TablePlan.of(table), control);
        try {
            if (table.status() == TableStatus.ACTIVE) {
                return slice.isDone() ? ended(slice) : BROKEN_OFF;
            }
            return slice.run() ? filled(slice, table) : JobStep.Continue.AT_ONCE;
        } catch (ObjectStoreException e) {
            JobStep failed = StoreFailures.step(e);
            if (!slice.hasRead()) {
                remove(table);
            }
            return failed;
        }
    }

    private JobStep filled(ImportSlice slice, TableDefinition table) {
        JobStep end = ended(slice);
        if (end instanceof JobStep.Completed) {
            tables.activate(table);
        }
        return end;
    }

    private static JobStep ended(ImportSlice slice) {
        return slice.counts().errors() > 0
                ? new JobStep.Failed("ItemValidationError", MessagesTransfer.SOME_INVALID)
                : new JobStep.Completed();
    }

    /** One that failed once it had begun to read keeps the table, with all that could be imported; one that was cancelled does not. */
    @Override
    public void abandon(Job job) {
        TableDefinition table = find(job);
        if (table == null || table.status() == TableStatus.ACTIVE) {
            return;
        }
        if (job.cancelRequested()) {
            remove(table);
        } else {
            tables.activate(table);
        }
    }

    private void remove(TableDefinition table) {
        catalog.delete(table.address(), there -> {
            if (there.storageId() != table.storageId() || there.status() != TableStatus.CREATING) {
                throw new IllegalStateException("another table has the name, or it is filled: " + there.address());
            }
        });
    }

    /** Null when the job's table is not there, or is another one by now. */
    private @Nullable TableDefinition find(Job job) {
        TableDefinition table = catalog.find(job.table());
        boolean its = table != null
                && table.storageId() == ImportSpec.ofJson(job.spec()).storageId()
                && (table.status() == TableStatus.CREATING || table.status() == TableStatus.ACTIVE);
        return its ? table : null;
    }
}
