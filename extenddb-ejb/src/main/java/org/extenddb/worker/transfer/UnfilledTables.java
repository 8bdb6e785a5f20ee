package org.extenddb.worker.transfer;

import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.api.transfer.ImportSpec;
import org.extenddb.core.backup.BackupJobs;
import org.extenddb.core.backup.PointInTimeRestoreSpec;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.model.Region;
import org.extenddb.core.model.TableAddress;
import org.extenddb.core.model.TableStatus;
import org.extenddb.core.storage.TableCatalog;
import org.extenddb.storage.jpa.sql.Database;
import org.extenddb.worker.BackgroundWork;

/**
 * Removes tables that an import or a restore was to fill but that no job knows of: its server died between the two. Clients can do nothing with a
 * table that is CREATING, not even delete it.
 */
@SingleInstance
public final class UnfilledTables implements BackgroundWork {
    private static final Duration PAUSE = Duration.ofMinutes(5);
    private static final List<String> KINDS = List.of(ImportSpec.KIND, BackupJobs.RESTORE, PointInTimeRestoreSpec.KIND);

    private static final String SELECT =
            "SELECT t.account, t.region, t.name FROM ddb_table t WHERE t.status = 'CREATING'"
                    + " AND t.created_at < now() - interval '5 minutes'"
                    + " AND NOT EXISTS (SELECT 1 FROM ddb_job j WHERE j.account = t.account AND j.region = t.region"
                    + " AND j.table_name = t.name AND j.kind = ANY(?) AND j.state IN ('QUEUED', 'RUNNING'))";

    private final Database database;
    private final TableCatalog catalog;
    private long next = System.nanoTime() + PAUSE.toNanos();

    @Inject
    UnfilledTables(Database database, TableCatalog catalog) {
        this.database = database;
        this.catalog = catalog;
    }

    @Override
    public void run() {
        if (System.nanoTime() - next > 0) {
            next = System.nanoTime() + PAUSE.toNanos();
            remove();
        }
    }

    void remove() {
        for (TableAddress address : unfilled()) {
            catalog.delete(address, table -> {
                if (table.status() != TableStatus.CREATING) {
                    throw new IllegalStateException("is in use by now: " + address);
                }
            });
        }
    }

    private List<TableAddress> unfilled() {
        return database.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(SELECT)) {
                select.setArray(1, connection.createArrayOf("text", KINDS.toArray()));
                List<TableAddress> found = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        found.add(new TableAddress(
                                new AccountId(row.getString(1)), new Region(row.getString(2)), row.getString(3)));
                    }
                }
                return found;
            }
        });
    }
}
