package org.extenddb.worker;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.key.ItemKey;
import org.extenddb.core.key.PartitionHash;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.model.ByteString;
import org.extenddb.core.model.Region;
import org.extenddb.core.model.TableAddress;
import org.extenddb.core.model.TableDefinition;
import org.extenddb.core.storage.TableCatalog;
import org.extenddb.core.storage.TableChangedException;
import org.extenddb.core.storage.TableLayout;
import org.extenddb.storage.jpa.sql.Database;
import org.extenddb.storage.jpa.table.TableCache;

/** What is kept of tables whose time to live was changed: {@code ddb_expiry_job}. */
@SingleInstance
final class ExpiryJobs {
    /** A further change begins the work anew. */
    private static final String RECONCILE = "INSERT INTO ddb_expiry_job AS j (storage_id, changed_at)"
            + " SELECT storage_id, ttl_changed_at FROM ddb_table WHERE ttl_changed_at IS NOT NULL"
            + " AND NOT EXISTS (SELECT 1 FROM ddb_expiry_job k WHERE k.storage_id = ddb_table.storage_id"
            + " AND k.changed_at = ddb_table.ttl_changed_at)"
            + " ON CONFLICT (storage_id) DO UPDATE SET changed_at = EXCLUDED.changed_at, filled = false,"
            + " last_ph = '00000000-0000-0000-0000-000000000000', last_sk = '' WHERE j.changed_at <> EXCLUDED.changed_at";

    private static final String GONE = "DELETE FROM ddb_expiry_job j WHERE NOT EXISTS"
            + " (SELECT 1 FROM ddb_table t WHERE t.storage_id = j.storage_id)";

    private static final String LIST =
            "SELECT j.storage_id, t.account, t.region, t.name, t.version, j.last_ph, j.last_sk"
                    + " FROM ddb_expiry_job j JOIN ddb_table t USING (storage_id)"
                    + " WHERE NOT j.filled AND j.changed_at = t.ttl_changed_at ORDER BY j.changed_at";

    private static final String ADVANCE = "UPDATE ddb_expiry_job SET last_ph = ?, last_sk = ?, filled = ?"
            + " WHERE storage_id = ? AND changed_at ="
            + " (SELECT ttl_changed_at FROM ddb_table t WHERE t.storage_id = ddb_expiry_job.storage_id AND t.version = ?)";

    private final Database database;
    private final TableCatalog catalog;
    private final TableCache cache;

    @Inject
    ExpiryJobs(Database database, TableCatalog catalog, TableCache cache) {
        this.database = database;
        this.catalog = catalog;
        this.cache = cache;
    }

    /**
     * A table that is to be brought into step.
     *
     * @param version of its definition
     * @param last the last item that is done
     */
    record Job(int storageId, TableAddress table, long version, ItemKey last) {}

    void reconcile() {
        execute(RECONCILE);
        execute(GONE);
    }

    List<Job> list() {
        return database.read(ExpiryJobs::list);
    }

    /** Keeps how far a job has come; nothing where the table has another definition by now. */
    void advance(Job job, ItemKey last, boolean filled) {
        database.write(connection -> {
            try (PreparedStatement advance = connection.prepareStatement(ADVANCE)) {
                advance.setObject(1, last.partition().toUuid());
                advance.setBytes(2, last.sort().sharedArray());
                advance.setBoolean(3, filled);
                advance.setInt(4, job.storageId());
                advance.setLong(5, job.version());
                return advance.executeUpdate();
            }
        });
    }

    /** @throws TableChangedException when the definition is another by now, or the table is gone */
    TableDefinition definition(Job job) {
        TableDefinition table = catalog.find(job.table());
        if (table == null || table.version() != job.version()) {
            cache.forgetAll();
            table = catalog.find(job.table());
        }
        if (table == null || table.storageId() != job.storageId() || table.version() != job.version()) {
            throw new TableChangedException(new TableLayout(job.storageId(), job.version(), List.of()));
        }
        return table;
    }

    private static List<Job> list(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(LIST);
                ResultSet row = select.executeQuery()) {
            List<Job> jobs = new ArrayList<>();
            while (row.next()) {
                jobs.add(new Job(
                        row.getInt(1),
                        new TableAddress(
                                new AccountId(row.getString(2)), new Region(row.getString(3)), row.getString(4)),
                        row.getLong(5),
                        new ItemKey(
                                PartitionHash.fromUuid(row.getObject(6, UUID.class)),
                                ByteString.owning(row.getBytes(7)))));
            }
            return jobs;
        }
    }

    private void execute(String text) {
        database.write(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(text)) {
                return statement.executeUpdate();
            }
        });
    }
}
