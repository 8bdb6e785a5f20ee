package org.extenddb.worker;

import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.config.TableConfig;
import org.extenddb.core.key.ItemKey;
import org.extenddb.core.storage.TableLayout;
import org.extenddb.storage.jpa.item.SlotColumns;
import org.extenddb.storage.jpa.item.WriteBarrier;
import org.extenddb.worker.IndexJob.Progress;

/** Empties the slot of an index that is DELETING, and then takes it out of the table's definition: the slot is free. */
@SingleInstance
final class IndexRemoval {
    private static final int ROWS = 100;
    private static final long HELD_ROW_MILLIS = 20;

    /**
     * No server serves a definition for longer that others have changed (see {@code TableCache}): by then nobody begins to read
     * the slot as that index.
     */
    private static final double REST_SECONDS = 5;

    private static final Logger LOG = System.getLogger(IndexRemoval.class.getName());

    private final SlotColumns columns;
    private final WriteBarrier barrier;
    private final IndexJobs jobs;
    private final IndexDefinitions definitions;
    private final TableConfig config;

    @Inject
    IndexRemoval(
            SlotColumns columns,
            WriteBarrier barrier,
            IndexJobs jobs,
            IndexDefinitions definitions,
            TableConfig config) {
        this.config = config;
        this.columns = columns;
        this.barrier = barrier;
        this.jobs = jobs;
        this.definitions = definitions;
    }

    /**
     * Works for a while.
     *
     * @return whether there is more to do at once
     */
    boolean work(IndexJob job, Turn turn) {
        if (job.isNew() && !barrier.await(IndexPreparation.PATIENCE)) {
            LOG.log(Level.WARNING, "EXDB0303W: Work on the {0} waits for transactions that do not end.", job);
            return false;
        }
        TableLayout layout = TableLayout.of(definitions.of(job));
        ItemKey last = job.last();
        while (turn.goesOn()) {
            SlotColumns.Emptied emptied = columns.empty(layout, job.slot(), last, ROWS);
            if (emptied.last() == null) {
                return finish(job);
            }
            if (emptied.held() == 0) {
                last = emptied.last();
                jobs.advance(job, last, new Progress(emptied.looked(), emptied.rows(), 0));
            } else {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(HELD_ROW_MILLIS));
            }
        }
        return true;
    }

    private boolean finish(IndexJob job) {
        if (job.ageSeconds() < Math.max(REST_SECONDS, config.transition().toSeconds())) {
            return false;
        }
        jobs.forgetCount(job);
        definitions.remove(job);
        LOG.log(Level.INFO, "EXDB0313I: The {0} is deleted.", job);
        return false;
    }
}
