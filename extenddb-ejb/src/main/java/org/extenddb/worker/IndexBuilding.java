package org.extenddb.worker;

import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.storage.StorageUnavailableException;
import org.extenddb.core.storage.TableChangedException;

/**
 * Builds and deletes indexes of tables that are in use. Servers share the work table by table, each under a lease; tables take
 * turns, so a small one need not wait for a large one. Two servers at the same job, because a lease ran out, do it twice but not
 * wrongly.
 */
@SingleInstance
public final class IndexBuilding implements BackgroundWork {
    private static final Duration TURN = Duration.ofSeconds(2);

    /** Shorter than usual: a turn is short, and clients wait. */
    private static final Duration LEASE = Duration.ofSeconds(10);

    private static final double SECONDS_BETWEEN_REPORTS = 30;

    private static final Logger LOG = System.getLogger(IndexBuilding.class.getName());

    private final IndexJobs jobs;
    private final Leases leases;
    private final IndexPreparation preparation;
    private final IndexBackfill backfill;
    private final IndexRemoval removal;

    /** At which age jobs are next told of, by id. */
    private final Map<Long, Double> reports = new HashMap<>();

    @Inject
    IndexBuilding(
            IndexJobs jobs, Leases leases, IndexPreparation preparation, IndexBackfill backfill, IndexRemoval removal) {
        this.jobs = jobs;
        this.leases = leases;
        this.preparation = preparation;
        this.backfill = backfill;
        this.removal = removal;
    }

    @Override
    public void run() {
        boolean more = true;
        while (more && !Thread.currentThread().isInterrupted()) {
            more = false;
            jobs.reconcile();
            List<IndexJob> unfinished = jobs.list();
            reports.keySet().retainAll(unfinished.stream().map(IndexJob::id).toList());
            for (IndexJob job : unfinished) {
                more |= work(job);
            }
        }
    }

    /** Whether there is more to do at once. */
    private boolean work(IndexJob job) {
        String lease = "index-" + job.storageId() + "-" + job.slot();
        if (!leases.hold(lease, LEASE)) {
            return false;
        }
        try {
            report(job);
            Turn turn = new Turn(TURN);
            boolean more = switch (job.status()) {
                case CREATING -> preparation.work(job);
                case BACKFILLING -> backfill.work(job, turn);
                case DELETING -> removal.work(job, turn);
                default -> false;
            };
            if (!more) {
                leases.release(lease);
            }
            return more;
        } catch (TableChangedException e) {
            LOG.log(Level.DEBUG, "the table was changed meanwhile", e);
            return true;
        } catch (StorageUnavailableException e) {
            LOG.log(Level.WARNING, "EXDB0304W: Work on the " + job + " failed and will be tried again.", e);
            return false;
        }
    }

    private void report(IndexJob job) {
        double next = reports.computeIfAbsent(job.id(), any -> SECONDS_BETWEEN_REPORTS);
        if (job.ageSeconds() >= next) {
            reports.put(job.id(), job.ageSeconds() + SECONDS_BETWEEN_REPORTS);
            LOG.log(
                    Level.INFO,
                    "EXDB0311I: Work on the {0} has come through {1} items: {2} entries, {3} items violate its key.",
                    job,
                    job.progress().items(),
                    job.progress().entries(),
                    job.progress().violations());
        }
    }
}
