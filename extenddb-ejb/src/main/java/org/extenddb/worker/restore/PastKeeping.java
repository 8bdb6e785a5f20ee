package org.extenddb.worker.restore;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.job.Job;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.model.PointInTimeRecovery;
import org.extenddb.core.model.Region;
import org.extenddb.core.model.TableAddress;
import org.extenddb.core.model.TableDefinition;
import org.extenddb.core.storage.HistoryStore;
import org.extenddb.core.storage.JobStore;
import org.extenddb.core.storage.PastBeginning;
import org.extenddb.core.storage.TableCatalog;
import org.extenddb.storage.jpa.sql.Database;
import org.extenddb.worker.BackgroundWork;
import org.extenddb.worker.Leases;

/**
 * Ends what enabling and disabling point-in-time recovery has begun, ends the holds of those who have ended, and takes away what is too
 * old. One server at a time does it; two would do it twice but not wrongly.
 */
@SingleInstance
public final class PastKeeping implements BackgroundWork {
    private static final String LEASE = "past";
    private static final Duration BETWEEN_TRIMS = Duration.ofMinutes(30);

    /** A hold comes a moment before its job. */
    private static final Duration HOLD_BEFORE_JOB = Duration.ofMinutes(10);

    /** Where a table's past has not begun yet, or is not needed any more. */
    private static final String DUE =
            "SELECT account, region, name FROM ddb_table t WHERE kept AND status <> 'DELETING'"
                    + " AND (kept_since IS NULL AND recovery_days IS NOT NULL OR recovery_days IS NULL"
                    + " AND NOT EXISTS (SELECT 1 FROM ddb_history_hold h WHERE h.storage_id = t.storage_id))";

    private final Database database;
    private final TableCatalog catalog;
    private final HistoryStore history;
    private final JobStore jobs;
    private final Leases leases;
    private long trimAt = System.nanoTime() + BETWEEN_TRIMS.toNanos();

    @Inject
    PastKeeping(Database database, TableCatalog catalog, HistoryStore history, JobStore jobs, Leases leases) {
        this.database = database;
        this.catalog = catalog;
        this.history = history;
        this.jobs = jobs;
        this.leases = leases;
    }

    @Override
    public void run() {
        List<TableAddress> due = database.read(PastKeeping::due);
        boolean trims = System.nanoTime() - trimAt > 0;
        if (due.isEmpty() && !trims || !leases.hold(LEASE)) {
            return;
        }
        due.forEach(this::settle);
        if (trims) {
            history.holders(HOLD_BEFORE_JOB).stream().filter(this::hasEnded).forEach(history::release);
            history.trim();
            trimAt = System.nanoTime() + BETWEEN_TRIMS.toNanos();
        }
    }

    private void settle(TableAddress address) {
        TableDefinition table = catalog.find(address);
        if (table == null) {
            return;
        }
        if (table.settings().recovery().isEnabled()) {
            if (table.settings().recovery().keptSince() == null) {
                PastBeginning.settle(catalog, history, table);
            }
        } else {
            catalog.update(
                    address,
                    now -> now.settings().recovery().isEnabled()
                            ? now
                            : now.with(now.settings().withRecovery(PointInTimeRecovery.DISABLED)));
        }
    }

    private boolean hasEnded(String holder) {
        Job job = jobs.find(holder);
        return job == null || job.state().isEnded();
    }

    private static List<TableAddress> due(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(DUE);
                ResultSet row = select.executeQuery()) {
            List<TableAddress> due = new ArrayList<>();
            while (row.next()) {
                due.add(new TableAddress(
                        new AccountId(row.getString(1)), new Region(row.getString(2)), row.getString(3)));
            }
            return due;
        }
    }
}
