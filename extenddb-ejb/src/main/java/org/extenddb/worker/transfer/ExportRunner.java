package org.extenddb.worker.transfer;

import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.config.BackupConfig;
import org.extenddb.core.api.transfer.ExportCheckpoint;
import org.extenddb.core.api.transfer.ExportCheckpoint.DataFile;
import org.extenddb.core.api.transfer.ExportSpec;
import org.extenddb.core.job.Job;
import org.extenddb.core.job.JobProgress;
import org.extenddb.core.key.ItemKey;
import org.extenddb.core.model.TableDefinition;
import org.extenddb.core.object.ObjectInfo;
import org.extenddb.core.object.ObjectStore;
import org.extenddb.core.object.ObjectStoreException;
import org.extenddb.core.storage.HistoryStore;
import org.extenddb.core.storage.HistoryStore.Cut;
import org.extenddb.core.storage.TableCatalog;
import org.extenddb.storage.jpa.sql.Database;
import org.extenddb.worker.job.JobControl;
import org.extenddb.worker.job.JobLostException;
import org.extenddb.worker.job.JobRunner;
import org.extenddb.worker.job.JobStep;
import org.jspecify.annotations.Nullable;

/**
 * Writes the items of a table, as they were at a time, to a bucket. What is kept for point-in-time recovery tells what they were, so
 * that any server can go on from the last file, hours later, and exports the same state.
 */
@SingleInstance
public final class ExportRunner implements JobRunner {
    /** Of one file, uncompressed. */
    private static final long FILE_BYTES = 32L << 20;

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int PAGE = 1_000;

    private final Database database;
    private final TableCatalog catalog;
    private final HistoryStore history;
    private final ObjectStore store;
    private final BackupConfig backups;

    @Inject
    ExportRunner(
            Database database, TableCatalog catalog, HistoryStore history, ObjectStore store, BackupConfig backups) {
        this.database = database;
        this.catalog = catalog;
        this.history = history;
        this.store = store;
        this.backups = backups;
    }

    @Override
    public String kind() {
        return ExportSpec.KIND;
    }

    @Override
    public JobStep run(Job job, JobControl control) throws IOException {
        ExportSpec spec = ExportSpec.ofJson(job.spec());
        if (spec.bucket().equals(backups.bucket())) {
            return StoreFailures.backups();
        }
        try {
            if (job.checkpoint() == null) {
                return begin(job, spec, control) ? JobStep.Continue.AT_ONCE : new JobStep.Continue(PAUSE);
            }
            return new Slice(job, spec).run(control);
        } catch (ObjectStoreException e) {
            return StoreFailures.step(e);
        }
    }

    /** Fixes the state that is exported; false while writers are in the way. */
    private boolean begin(Job job, ExportSpec spec, JobControl control) throws IOException {
        ExportStates states = new ExportStates(database, history, spec);
        Cut cut = states.end();
        Long from = cut == null ? null : states.beginning();
        if (cut == null || from == null) {
            return false;
        }
        new Manifests(store, job, spec).started();
        control.checkpoint(
                ExportCheckpoint.begin(cut.sequence(), from).toJson(),
                new JobProgress(0, spec.isIncremental() ? 0 : expected(job, spec), 0));
        return true;
    }

    private long expected(Job job, ExportSpec spec) {
        TableDefinition table = catalog.find(job.table());
        return table == null || table.storageId() != spec.storageId()
                ? 0
                : catalog.statistics(table, 0).itemCount();
    }

    /** What has been written stays, as it does at AWS: without a manifest it is no export. */
    @Override
    public void abandon(Job job) {
        history.release(job.id());
    }

    /** What is done in one turn. */
    private final class Slice {
        private final Job job;
        private final ExportSpec spec;
        private final DataFileNames names;
        private final ExportedState state;
        private ExportCheckpoint at;
        private JobProgress progress;
        private long counted;

        Slice(Job job, ExportSpec spec) {
            this.job = job;
            this.spec = spec;
            this.names = new DataFileNames(spec, job.id());
            this.at = ExportCheckpoint.ofJson(Objects.requireNonNull(job.checkpoint()));
            this.state = new ExportStates(database, history, spec).state(at);
            this.progress = job.progress();
        }

        JobStep run(JobControl control) throws IOException {
            boolean more = true;
            while (more && control.goesOn()) {
                more = writeFile(control);
            }
            if (more) {
                return JobStep.Continue.AT_ONCE;
            }
            control.confirm();
            removeOthers();
            control.confirm();
            new Manifests(store, job, spec).write(at.files(), progress, Instant.now());
            history.release(job.id());
            return new JobStep.Completed();
        }

        /** False when there is nothing left. An export without items has one file all the same. */
        private boolean writeFile(JobControl control) throws IOException {
            String name = names.next();
            try (DataFileWriter file = new DataFileWriter(store.create(spec.bucket(), name))) {
                ItemKey last = at.after();
                ItemKey next = state.write(last, file);
                while (next != null) {
                    last = next;
                    if (file.bytes() >= FILE_BYTES || !control.goesOn()) {
                        break;
                    }
                    next = state.write(last, file);
                }
                if (file.bytes() > 0 || at.files().isEmpty()) {
                    control.confirm();
                    keep(file.finish(), last, control);
                }
                return next != null;
            } catch (JobLostException e) {
                store.delete(spec.bucket(), name);
                throw e;
            }
        }

        /** Files that were written but not noted by a server that died, which no manifest names. */
        private void removeOthers() throws IOException {
            Set<String> noted = at.files().stream().map(DataFile::key).collect(Collectors.toSet());
            List<ObjectInfo> page = store.list(spec.bucket(), names.beginning(), null, PAGE);
            while (!page.isEmpty()) {
                for (ObjectInfo object : page) {
                    if (!noted.contains(object.key())) {
                        store.delete(spec.bucket(), object.key());
                    }
                }
                String last = page.get(page.size() - 1).key();
                page = store.list(spec.bucket(), names.beginning(), last, PAGE);
            }
        }

        private void keep(DataFile file, @Nullable ItemKey last, JobControl control) {
            at = at.plus(file, Objects.requireNonNull(last));
            long more = state.itemBytes() - counted;
            counted = state.itemBytes();
            progress = new JobProgress(progress.done() + file.items(), progress.total(), progress.bytes() + more);
            control.checkpoint(at.toJson(), progress);
        }
    }
}
