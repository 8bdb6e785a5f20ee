package org.extenddb.worker;

import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.key.ItemKey;
import org.extenddb.core.key.KeyPosition;
import org.extenddb.core.key.PartitionRange;
import org.extenddb.core.key.SortBounds;
import org.extenddb.core.model.TableDefinition;
import org.extenddb.core.model.TimeToLive;
import org.extenddb.core.storage.Expiry;
import org.extenddb.core.storage.ItemStore;
import org.extenddb.core.storage.KeyRange;
import org.extenddb.core.storage.StoredItem;
import org.extenddb.core.storage.TableChangedException;
import org.extenddb.core.storage.TableLayout;
import org.extenddb.core.wire.ItemJson;
import org.extenddb.storage.jpa.item.ExpiryColumn;
import org.extenddb.storage.jpa.item.ExpiryColumn.Expiring;
import org.extenddb.storage.jpa.item.WriteBarrier;
import org.extenddb.worker.ExpiryJobs.Job;

/**
 * Brings the items of a table into step after its time to live was enabled or disabled, as an index is filled (ADR 16): once all
 * writes know of the change, in key order and few at a time. Nothing of the table expires before it is done.
 */
@SingleInstance
public final class ExpiryFilling implements BackgroundWork {
    private static final Logger LOG = System.getLogger(ExpiryFilling.class.getName());
    private static final Duration TURN = Duration.ofSeconds(2);
    private static final Duration LEASE = Duration.ofSeconds(40);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int CHUNK = 100;

    private final ItemStore items;
    private final ExpiryColumn column;
    private final ExpiryJobs jobs;
    private final Leases leases;
    private final WriteBarrier barrier;

    @Inject
    ExpiryFilling(ItemStore items, ExpiryColumn column, ExpiryJobs jobs, Leases leases, WriteBarrier barrier) {
        this.items = items;
        this.column = column;
        this.jobs = jobs;
        this.leases = leases;
        this.barrier = barrier;
    }

    @Override
    public void run() {
        jobs.reconcile();
        boolean more = true;
        while (more && !Thread.currentThread().isInterrupted()) {
            more = false;
            for (Job job : jobs.list()) {
                more |= work(job);
            }
        }
    }

    /** Whether there is more to do at once. */
    private boolean work(Job job) {
        String lease = "expiry-" + job.storageId();
        if (!leases.hold(lease, LEASE)) {
            return false;
        }
        try {
            boolean more = fill(job);
            if (!more) {
                leases.release(lease);
            }
            return more;
        } catch (TableChangedException e) {
            LOG.log(Level.DEBUG, "the table was changed meanwhile", e);
            return true;
        }
    }

    private boolean fill(Job job) {
        if (!barrier.await(PATIENCE)) {
            LOG.log(
                    Level.WARNING,
                    "EXDB0331W: Time to live of table {0} waits for transactions that do not end.",
                    job.table().tableName());
            return false;
        }
        Visit visit = new Visit(job, jobs.definition(job));
        boolean ended = items.read(
                new KeyRange(
                        visit.layout,
                        KeyRange.TABLE,
                        PartitionRange.ALL,
                        SortBounds.ALL,
                        true,
                        KeyPosition.inTable(job.last())),
                CHUNK,
                visit);
        visit.flush();
        jobs.advance(job, visit.last, ended);
        if (ended) {
            LOG.log(
                    Level.INFO,
                    "EXDB0332I: The items of table {0} are in step with its time to live.",
                    job.table().tableName());
        }
        return !ended;
    }

    private final class Visit implements Predicate<StoredItem> {
        private final TableDefinition table;
        private final TableLayout layout;
        private final Set<String> wanted;
        private final Turn turn = new Turn(TURN);
        private final List<Expiring> rows = new ArrayList<>(CHUNK);
        private ItemKey last;

        Visit(Job job, TableDefinition table) {
            this.table = table;
            this.layout = TableLayout.of(table);
            this.last = job.last();
            TimeToLive timeToLive = table.settings().timeToLive();
            this.wanted = timeToLive == null ? Set.of() : Set.of(timeToLive.attributeName());
        }

        @Override
        public boolean test(StoredItem stored) {
            rows.add(new Expiring(stored, Expiry.of(table, ItemJson.readAttributes(stored.json(), wanted))));
            last = stored.key();
            if (rows.size() == CHUNK) {
                flush();
            }
            return turn.goesOn();
        }

        /** Those that were not written are changed, or held by somebody, who is waited for. */
        void flush() {
            Set<Integer> written = rows.isEmpty() ? Set.of() : column.fill(layout, rows, false);
            for (int i = 0; i < rows.size(); i++) {
                if (!written.contains(i)) {
                    column.fill(layout, List.of(rows.get(i)), true);
                }
            }
            rows.clear();
        }
    }
}
