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
import org.extenddb.core.model.TableStatus;
import org.extenddb.storage.jpa.sql.Database;
import org.extenddb.worker.IndexJob.Progress;

/** The table {@code ddb_index_job}: the catalogue says what is to be done, a job how far it has come. */
@SingleInstance
final class IndexJobs {
    private static final String UNFINISHED = "('CREATING', 'BACKFILLING', 'DELETING')";

    private static final String CLOSE = "DELETE FROM ddb_index_job AS j WHERE NOT EXISTS (SELECT 1 FROM ddb_index AS x"
            + " WHERE x.storage_id = j.storage_id AND x.slot = j.slot AND x.status IN " + UNFINISHED + ")";

    /** An index that is deleted while it is built begins anew, as do all indexes of a slot one after the other. */
    private static final String OPEN = "INSERT INTO ddb_index_job AS j (storage_id, slot, index_name, action)"
            + " SELECT x.storage_id, x.slot, x.name, CASE x.status WHEN 'DELETING' THEN 'DELETE' ELSE 'CREATE' END"
            + " FROM ddb_index AS x WHERE x.status IN " + UNFINISHED
            + " ON CONFLICT (storage_id, slot) DO UPDATE SET job_id = nextval('ddb_index_job_id'),"
            + " index_name = EXCLUDED.index_name, action = EXCLUDED.action, last_ph = DEFAULT, last_sk = DEFAULT,"
            + " items = 0, entries = 0, violations = 0, started_at = now(), updated_at = now()"
            + " WHERE j.action <> EXCLUDED.action";

    private static final String LIST =
            "SELECT j.job_id, j.storage_id, j.slot, j.index_name, t.account, t.region, t.name,"
                    + " t.version, x.status, j.last_ph, j.last_sk, j.items, j.entries, j.violations,"
                    + " extract(epoch FROM now() - j.started_at)::float8 FROM ddb_index_job AS j"
                    + " JOIN ddb_index AS x ON x.storage_id = j.storage_id AND x.slot = j.slot"
                    + " JOIN ddb_table AS t ON t.storage_id = j.storage_id"
                    + " WHERE x.status IN " + UNFINISHED + " AND (x.status = 'DELETING') = (j.action = 'DELETE')"
                    + " ORDER BY j.started_at";

    private static final String ADVANCE = "UPDATE ddb_index_job SET last_ph = ?, last_sk = ?, items = items + ?,"
            + " entries = entries + ?, violations = violations + ?, updated_at = now() WHERE job_id = ?";

    private static final String FORGET = "DELETE FROM ddb_statistics WHERE storage_id = ? AND slot = ?";

    /** Soon, however recently the table was counted. */
    private static final String COUNT_AGAIN = "INSERT INTO ddb_count_job AS j (storage_id, writes, counted, due_at)"
            + " VALUES (?, 1, 0, now())"
            + " ON CONFLICT (storage_id) DO UPDATE SET writes = j.writes + 1, due_at = now()";

    private final Database database;

    @Inject
    IndexJobs(Database database) {
        this.database = database;
    }

    /** Brings jobs and catalogue together. */
    void reconcile() {
        database.write(connection -> {
            try (PreparedStatement close = connection.prepareStatement(CLOSE);
                    PreparedStatement open = connection.prepareStatement(OPEN)) {
                close.executeUpdate();
                return open.executeUpdate();
            }
        });
    }

    /** What is to be done, oldest first. */
    List<IndexJob> list() {
        return database.read(connection -> {
            List<IndexJob> jobs = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement(LIST);
                    ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    jobs.add(job(row));
                }
            }
            return jobs;
        });
    }

    /** Notes that everything up to an item is done; no-op for a job that has begun anew. */
    void advance(IndexJob job, ItemKey last, Progress more) {
        database.write(connection -> advance(connection, job, last, more));
    }

    /** Forgets how much an index held. */
    void forgetCount(IndexJob job) {
        database.write(connection -> {
            try (PreparedStatement forget = connection.prepareStatement(FORGET)) {
                forget.setInt(1, job.storageId());
                forget.setInt(2, job.slot());
                return forget.executeUpdate();
            }
        });
    }

    /** Has the table and its indexes counted soon. */
    void countAgain(IndexJob job) {
        database.write(connection -> {
            try (PreparedStatement count = connection.prepareStatement(COUNT_AGAIN)) {
                count.setInt(1, job.storageId());
                return count.executeUpdate();
            }
        });
    }

    private static int advance(Connection connection, IndexJob job, ItemKey last, Progress more) throws SQLException {
        try (PreparedStatement advance = connection.prepareStatement(ADVANCE)) {
            advance.setObject(1, last.partition().toUuid());
            advance.setBytes(2, last.sort().sharedArray());
            advance.setLong(3, more.items());
            advance.setLong(4, more.entries());
            advance.setLong(5, more.violations());
            advance.setLong(6, job.id());
            return advance.executeUpdate();
        }
    }

    private static IndexJob job(ResultSet row) throws SQLException {
        return new IndexJob(
                row.getLong(1),
                row.getInt(2),
                row.getInt(3),
                row.getString(4),
                new TableAddress(new AccountId(row.getString(5)), new Region(row.getString(6)), row.getString(7)),
                row.getLong(8),
                TableStatus.valueOf(row.getString(9)),
                new ItemKey(PartitionHash.fromUuid(row.getObject(10, UUID.class)), ByteString.owning(row.getBytes(11))),
                new Progress(row.getLong(12), row.getLong(13), row.getLong(14)),
                row.getDouble(15));
    }
}
