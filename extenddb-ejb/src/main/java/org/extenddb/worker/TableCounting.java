package org.extenddb.worker;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.storage.jpa.item.WrittenTables;
import org.extenddb.storage.jpa.sql.Database;
import org.jspecify.annotations.Nullable;

/**
 * Counts the items of tables that were written to. Writes cost nothing but a note in this server's memory; a table whose count
 * takes long is counted seldom, so that counting never takes more than about a hundredth of the database's time a table.
 */
@SingleInstance
public final class TableCounting implements BackgroundWork {
    private static final String LEASE = "table-counting";
    private static final double SHORTEST_PAUSE_SECONDS = 5;
    private static final double PAUSE_PER_COUNT = 100;
    private static final double NANOS_PER_SECOND = 1e9;

    /** What a count may take. One that is broken off begins again after so long: others hold the lease by then. */
    private static final Duration LONGEST = Duration.ofHours(1);

    private static final String CLAIM = "UPDATE ddb_count_job SET due_at = now() + make_interval(secs => ?)"
            + " WHERE storage_id = ? AND due_at <= now()";

    private static final String NOTE = "INSERT INTO ddb_count_job AS j (storage_id, writes, counted, due_at)"
            + " SELECT s, 1, 0, now() FROM unnest(?::int[]) AS s ORDER BY s"
            + " ON CONFLICT (storage_id) DO UPDATE SET writes = j.writes + 1";

    private static final String DUE = "SELECT j.storage_id, j.writes, coalesce(array_agg(x.slot) FILTER"
            + " (WHERE x.slot IS NOT NULL), '{}') FROM ddb_count_job j"
            + " LEFT JOIN ddb_index x ON x.storage_id = j.storage_id"
            + " WHERE j.writes > j.counted AND j.due_at <= now() GROUP BY j.storage_id ORDER BY j.due_at LIMIT 1";

    private static final String DONE =
            "UPDATE ddb_count_job SET counted = ?," + " due_at = now() + make_interval(secs => ?) WHERE storage_id = ?";

    private final Database database;
    private final Leases leases;
    private final WrittenTables written;

    @Inject
    public TableCounting(Database database, Leases leases, WrittenTables written) {
        this.database = database;
        this.leases = leases;
        this.written = written;
    }

    private record Job(int storageId, long writes, List<Integer> slots) {}

    @Override
    public void run() {
        note(written.take());
        Job job = due();
        while (job != null && leases.hold(LEASE)) {
            if (claim(job)) {
                count(job);
            }
            job = due();
        }
    }

    private void note(List<Integer> storageIds) {
        if (!storageIds.isEmpty()) {
            database.write(connection -> {
                try (PreparedStatement note = connection.prepareStatement(NOTE)) {
                    note.setArray(1, connection.createArrayOf("int4", storageIds.toArray()));
                    return note.executeUpdate();
                }
            });
        }
    }

    private @Nullable Job due() {
        return database.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(DUE);
                    ResultSet row = select.executeQuery()) {
                return row.next()
                        ? new Job(row.getInt(1), row.getLong(2), List.of((Integer[])
                                row.getArray(3).getArray()))
                        : null;
            }
        });
    }

    /** A count may take longer than the lease lasts: nobody else is to begin the same one meanwhile. */
    private boolean claim(Job job) {
        return database.write(connection -> {
            try (PreparedStatement claim = connection.prepareStatement(CLAIM)) {
                claim.setDouble(1, LONGEST.toSeconds());
                claim.setInt(2, job.storageId());
                return claim.executeUpdate() == 1;
            }
        });
    }

    /** The number of writes was read before the count, so a write during the count makes for another one. */
    private void count(Job job) {
        long start = System.nanoTime();
        database.write(connection -> count(connection, job));
        double seconds = (System.nanoTime() - start) / NANOS_PER_SECOND;
        database.write(connection -> done(connection, job, seconds));
    }

    /** A large table takes longer than a connection is ordinarily allowed to be silent. */
    private static int count(Connection connection, Job job) throws SQLException {
        int timeout = connection.getNetworkTimeout();
        connection.setNetworkTimeout(Runnable::run, (int) LONGEST.toMillis());
        try (PreparedStatement count = connection.prepareStatement(text(job.slots()))) {
            for (int i = 1; i <= job.slots().size() + 2; i++) {
                count.setInt(i, job.storageId());
            }
            return count.executeUpdate();
        } finally {
            connection.setNetworkTimeout(Runnable::run, timeout);
        }
    }

    private static int done(Connection connection, Job job, double seconds) throws SQLException {
        try (PreparedStatement done = connection.prepareStatement(DONE)) {
            done.setLong(1, job.writes());
            done.setDouble(2, Math.max(SHORTEST_PAUSE_SECONDS, seconds * PAUSE_PER_COUNT));
            done.setInt(3, job.storageId());
            return done.executeUpdate();
        }
    }

    /** One walk over the table for itself and all of its indexes. */
    private static String text(List<Integer> slots) {
        List<String> columns = new ArrayList<>(List.of("count(*) AS n0", "coalesce(sum(sz), 0) AS s0"));
        for (int slot : slots) {
            columns.add("count(g" + slot + "p) AS n" + slot);
            columns.add("coalesce(sum(sz) FILTER (WHERE g" + slot + "p IS NOT NULL), 0) AS s" + slot);
        }
        String rows = Stream.concat(Stream.of(0), slots.stream())
                .map(slot -> "(?::int, " + slot + ", n" + slot + ", s" + slot + ")")
                .collect(Collectors.joining(", "));
        return "INSERT INTO ddb_statistics (storage_id, slot, item_count, size_bytes) SELECT v.* FROM (SELECT "
                + String.join(", ", columns) + " FROM ddb_item WHERE table_id = ?) AS c, LATERAL (VALUES " + rows
                + ") AS v ON CONFLICT (storage_id, slot) DO UPDATE SET item_count = EXCLUDED.item_count,"
                + " size_bytes = EXCLUDED.size_bytes";
    }
}
