package org.extenddb.worker;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.storage.StorageUnavailableException;
import org.extenddb.storage.jpa.item.TableDeltas;
import org.extenddb.storage.jpa.item.TableDeltas.Delta;
import org.extenddb.storage.jpa.item.TableDeltas.Taken;
import org.extenddb.storage.jpa.sql.Database;
import org.extenddb.storage.jpa.sql.SqlStates;

/**
 * Adds what this server has written to the counts of tables and indexes, every few seconds and with one statement (ADR 22). What a
 * server that is killed had not added yet is lost: each holds a lease from before its first request until it has added its last
 * write, and where such a lease runs out all tables are counted anew.
 */
@SingleInstance
public final class CountFlushing implements BackgroundWork {
    private static final String PREFIX = "counts-";
    private static final Duration RENEWAL = Duration.ofSeconds(10);

    private static final String FLUSH = "WITH d AS MATERIALIZED (SELECT u.* FROM"
            + " unnest(?::int[], ?::int[], ?::bigint[], ?::bigint[]) AS u (storage_id, slot, items, bytes)"
            + " JOIN ddb_table USING (storage_id)),"
            + " s AS (INSERT INTO ddb_statistics AS s (storage_id, slot, item_count, size_bytes)"
            + " SELECT storage_id, slot, items, bytes FROM d ORDER BY storage_id, slot ON CONFLICT (storage_id, slot)"
            + " DO UPDATE SET item_count = s.item_count + EXCLUDED.item_count,"
            + " size_bytes = s.size_bytes + EXCLUDED.size_bytes)"
            + " INSERT INTO ddb_count_job AS j (storage_id, writes, counted, due_at, flushes)"
            + " SELECT storage_id, max(asked), 0, now(), 1 FROM (SELECT storage_id, 0 AS asked FROM d UNION ALL"
            + " SELECT storage_id, 1 FROM unnest(?::int[]) AS u (storage_id) JOIN ddb_table USING (storage_id)) AS x"
            + " GROUP BY storage_id ORDER BY storage_id ON CONFLICT (storage_id)"
            + " DO UPDATE SET flushes = j.flushes + 1, flushed_at = now(), writes = j.writes + EXCLUDED.writes";

    private static final String COUNT_AFTER_THE_DEAD = "WITH dead AS (DELETE FROM ddb_lease WHERE name LIKE '" + PREFIX
            + "%' AND expires_at < now() RETURNING 1)"
            + " INSERT INTO ddb_count_job AS j (storage_id, writes, counted, due_at)"
            + " SELECT storage_id, 1, 0, now() FROM ddb_table WHERE EXISTS (SELECT 1 FROM dead) ORDER BY storage_id"
            + " ON CONFLICT (storage_id) DO UPDATE SET writes = j.writes + 1";

    private final Database database;
    private final Leases leases;
    private final TableDeltas deltas;
    private final String lease;
    private long renewAt = System.nanoTime();

    @Inject
    public CountFlushing(Database database, Leases leases, TableDeltas deltas) {
        this.database = database;
        this.leases = leases;
        this.deltas = deltas;
        this.lease = PREFIX + leases.holder();
    }

    @Override
    public synchronized void begin() {
        leases.hold(lease);
        renewAt = System.nanoTime() + RENEWAL.toNanos();
    }

    @Override
    public synchronized void run() {
        if (System.nanoTime() - renewAt >= 0) {
            begin();
            countAfterTheDead();
        }
        flush();
    }

    @Override
    public synchronized void end() {
        flush();
        leases.release(lease);
    }

    private void countAfterTheDead() {
        database.write(connection -> {
            try (PreparedStatement count = connection.prepareStatement(COUNT_AFTER_THE_DEAD)) {
                return count.executeUpdate();
            }
        });
    }

    private void flush() {
        Taken taken = deltas.take();
        if (taken.isEmpty()) {
            return;
        }
        try {
            database.write(connection -> flush(connection, taken));
        } catch (StorageUnavailableException e) {
            if (SqlStates.mayHaveTakenEffect(e.getCause())) {
                deltas.lose(taken);
            } else {
                deltas.giveBack(taken);
            }
            throw e;
        }
    }

    private static int flush(Connection connection, Taken taken) throws SQLException {
        List<Delta> rows = taken.deltas();
        try (PreparedStatement flush = connection.prepareStatement(FLUSH)) {
            flush.setArray(1, connection.createArrayOf("int4", column(rows, Delta::storageId)));
            flush.setArray(2, connection.createArrayOf("int4", column(rows, Delta::slot)));
            flush.setArray(3, connection.createArrayOf("int8", column(rows, Delta::items)));
            flush.setArray(4, connection.createArrayOf("int8", column(rows, Delta::bytes)));
            flush.setArray(5, connection.createArrayOf("int4", taken.uncertain().toArray()));
            return flush.executeUpdate();
        }
    }

    private static Object[] column(List<Delta> rows, Function<Delta, Object> value) {
        return rows.stream().map(value).toArray();
    }
}
