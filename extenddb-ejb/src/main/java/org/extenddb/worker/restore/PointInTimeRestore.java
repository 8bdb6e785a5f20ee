package org.extenddb.worker.restore;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.backup.PointInTimeRestoreSpec;
import org.extenddb.core.job.Job;
import org.extenddb.core.job.JobProgress;
import org.extenddb.core.key.ItemKey;
import org.extenddb.core.model.TableDefinition;
import org.extenddb.core.model.TableStatus;
import org.extenddb.core.storage.HistoryStore;
import org.extenddb.core.storage.HistoryStore.Cut;
import org.extenddb.core.storage.TableCatalog;
import org.extenddb.storage.jpa.history.TableCopy;
import org.extenddb.storage.jpa.history.TableCopy.Copied;
import org.extenddb.storage.jpa.history.TableCopy.Part;
import org.extenddb.storage.jpa.history.TableCopy.Past;
import org.extenddb.storage.jpa.sql.Database;
import org.extenddb.worker.job.JobControl;
import org.extenddb.worker.job.JobRunner;
import org.extenddb.worker.job.JobStep;
import org.jspecify.annotations.Nullable;

/** Fills a table with what another one was at a time. */
@SingleInstance
public final class PointInTimeRestore implements JobRunner {
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Database database;
    private final TableCatalog catalog;
    private final HistoryStore history;
    private final RestoredTables targets;

    @Inject
    PointInTimeRestore(Database database, TableCatalog catalog, HistoryStore history, RestoredTables targets) {
        this.database = database;
        this.catalog = catalog;
        this.history = history;
        this.targets = targets;
    }

    @Override
    public String kind() {
        return PointInTimeRestoreSpec.KIND;
    }

    @Override
    public JobStep run(Job job, JobControl control) {
        PointInTimeRestoreSpec spec = PointInTimeRestoreSpec.ofJson(job.spec());
        TableDefinition target = targets.find(job, spec.target());
        if (target == null) {
            return targets.missing(job);
        }
        if (target.status() == TableStatus.ACTIVE) {
            return completed(job);
        }
        CopyCheckpoint at = job.checkpoint() == null ? null : CopyCheckpoint.ofJson(job.checkpoint());
        if (at == null) {
            Cut cut = history.cut(spec.storageId(), spec.time());
            if (cut == null) {
                return new JobStep.Continue(PAUSE);
            }
            at = new CopyCheckpoint(cut.sequence(), CopyCheckpoint.FIRST);
            control.checkpoint(at.toJson(), new JobProgress(0, total(spec), 0));
        }
        Cut cut = new Cut(at.cut(), spec.time());
        TableCopy copy = new TableCopy(database, spec.storageId(), cut, target, history.now());
        return new Slice(spec, copy, target, job.progress()).run(at, control)
                ? filled(job, target)
                : JobStep.Continue.AT_ONCE;
    }

    private long total(PointInTimeRestoreSpec spec) {
        TableDefinition source = present(spec);
        return source == null ? 0 : catalog.statistics(source, 0).itemCount();
    }

    /** Null when it is gone. */
    private @Nullable TableDefinition present(PointInTimeRestoreSpec spec) {
        TableDefinition source = catalog.find(spec.source());
        return source == null || source.storageId() != spec.storageId() ? null : source;
    }

    private JobStep filled(Job job, TableDefinition target) {
        targets.activate(target);
        return completed(job);
    }

    private JobStep completed(Job job) {
        history.release(job.id());
        return new JobStep.Completed();
    }

    @Override
    public void abandon(Job job) {
        PointInTimeRestoreSpec spec = PointInTimeRestoreSpec.ofJson(job.spec());
        targets.drop(job, spec.target());
        history.release(job.id());
    }

    /** What is done in one turn. */
    private final class Slice {
        private final PointInTimeRestoreSpec spec;
        private final TableCopy copy;
        private final TableDefinition target;
        private JobProgress progress;

        Slice(PointInTimeRestoreSpec spec, TableCopy copy, TableDefinition target, JobProgress progress) {
            this.spec = spec;
            this.copy = copy;
            this.target = target;
            this.progress = progress;
        }

        /** Whether all is copied. */
        boolean run(CopyCheckpoint from, JobControl control) {
            ItemKey after = from.after();
            if (progress.total() == 0) {
                progress = new JobProgress(progress.done(), total(spec), progress.bytes());
            }
            while (control.goesOn()) {
                Part part = copy.next(after);
                if (part == null) {
                    return true;
                }
                copy(part);
                if (!copy.isKept()) {
                    throw new IllegalStateException("the source's past is not kept any more: " + spec.source());
                }
                after = part.last();
                control.checkpoint(new CopyCheckpoint(from.cut(), after).toJson(), progress);
            }
            return false;
        }

        private void copy(Part part) {
            TableDefinition source = present(spec);
            Copied copied = source != null && copy.hasEntries(source) ? copy.copyUnchanged(part, source) : null;
            if (copied == null) {
                add(put(copy.unchanged(part)));
            } else {
                add(copied);
            }
            add(put(copy.changed(part)));
        }

        private Copied put(List<Past> items) {
            targets.put(target, new ArrayList<>(items.stream().map(Past::json).toList()));
            return new Copied(items.size(), items.stream().mapToLong(Past::size).sum());
        }

        private void add(Copied copied) {
            progress = new JobProgress(
                    progress.done() + copied.items(), progress.total(), progress.bytes() + copied.bytes());
        }
    }
}
