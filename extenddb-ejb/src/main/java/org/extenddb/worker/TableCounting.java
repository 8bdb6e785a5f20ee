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
import org.extenddb.storage.jpa.sql.Database;
import org.jspecify.annotations.Nullable;

/**
 * Counts tables whose counts may have become wrong, and once a day those that were written to (ADR 22). What servers have written and
 * not yet told makes a count inexact: it stands when nobody has told anything for a while afterwards, and is made again otherwise.
 * One server at a time does it, for at most a hundredth of the time a table and a tenth in all.
 */
@SingleInstance
public final class TableCounting implements BackgroundWork {
    private static final String LEASE = "table-counting";
    private static final double PAUSE_PER_COUNT = 100;
    private static final long REST_PER_COUNT = 10;
    private static final double NANOS_PER_SECOND = 1e9;

    /** By then every server has told what it had written before a count, once or twice over. */
    static final double SETTLED_AFTER_SECONDS = 8;

    /** What a count may take. One that is broken off begins again after so long: others hold the lease by then. */
    private static final Duration LONGEST = Duration.ofHours(1);

    /** What is counted because a day has passed is asked for thereby: it stands under the same condition. */
    private static final String CLAIM = "UPDATE ddb_count_job SET due_at = now() + make_interval(secs => ?),"
            + " writes = greatest(writes, counted + 1) WHERE storage_id = ? AND due_at <= now()"
            + " RETURNING writes, flushes";

    private static final String SETTLE = "UPDATE ddb_count_job SET counted = writes"
            + " WHERE counted < writes AND writes = seen_writes AND flushes = seen_flushes AND due_at <= now()";

    private static final String DUE = "SELECT j.storage_id, coalesce(array_agg(x.slot) FILTER"
            + " (WHERE x.slot IS NOT NULL), '{}') FROM ddb_count_job j"
            + " LEFT JOIN ddb_index x ON x.storage_id = j.storage_id"
            + " WHERE j.due_at <= now() AND (j.writes > j.counted OR j.flushes > j.seen_flushes"
            + " AND j.counted_at < now() - interval '1 day'"
            + " AND j.flushed_at < now() - make_interval(secs => ?)) GROUP BY j.storage_id ORDER BY j.due_at LIMIT 1";

    private static final String DONE = "UPDATE ddb_count_job SET seen_writes = ?, seen_flushes = ?, counted_at = now(),"
            + " due_at = now() + make_interval(secs => ?) WHERE storage_id = ?";

    private final Database database;
    private final Leases leases;
    private long restsUntil = System.nanoTime();

    @Inject
    public TableCounting(Database database, Leases leases) {
        this.database = database;
        this.leases = leases;
    }

    private record Job(int storageId, List<Integer> slots) {}

    /** What was asked for and told before a count. */
    private record Seen(long writes, long flushes) {}

    @Override
    public void run() {
        if (System.nanoTime() - restsUntil < 0) {
            return;
        }
        settle();
        Job job = due();
        while (job != null && leases.hold(LEASE)) {
            long start = System.nanoTime();
            Seen seen = claim(job);
            if (seen != null) {
                count(job, seen);
            }
            long took = System.nanoTime() - start;
            if (took > NANOS_PER_SECOND) {
                restsUntil = System.nanoTime() + took * REST_PER_COUNT;
                return;
            }
            job = due();
        }
    }

    private void settle() {
        database.write(connection -> {
            try (PreparedStatement settle = connection.prepareStatement(SETTLE)) {
                return settle.executeUpdate();
            }
        });
    }

    private @Nullable Job due() {
        return database.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(DUE)) {
                select.setDouble(1, SETTLED_AFTER_SECONDS);
                try (ResultSet row = select.executeQuery()) {
                    return row.next()
                            ? new Job(row.getInt(1), List.of((Integer[])
                                    row.getArray(2).getArray()))
                            : null;
                }
            }
        });
    }

    /** Null where another server has it: a count may take longer than the lease lasts. */
    private @Nullable Seen claim(Job job) {
        return database.write(connection -> {
            try (PreparedStatement claim = connection.prepareStatement(CLAIM)) {
                claim.setDouble(1, LONGEST.toSeconds());
                claim.setInt(2, job.storageId());
                try (ResultSet row = claim.executeQuery()) {
                    return row.next() ? new Seen(row.getLong(1), row.getLong(2)) : null;
                }
            }
        });
    }

    /** Flushes were read before the count, so one during the count makes for another one. */
    private void count(Job job, Seen seen) {
        long start = System.nanoTime();
        database.write(connection -> count(connection, job));
        double seconds = (System.nanoTime() - start) / NANOS_PER_SECOND;
        database.write(connection -> done(connection, job, seen, seconds));
    }

    /** A large table takes longer than a connection is ordinarily allowed to be silent. */
    private static int count(Connection connection, Job job) throws SQLException {
        int timeout = connection.getNetworkTimeout();
        connection.setNetworkTimeout(Runnable::run, (int) LONGEST.toMillis());
        try (PreparedStatement count = connection.prepareStatement(text(job.slots()))) {
            for (int i = 1; i <= 3; i++) {
                count.setInt(i, job.storageId());
            }
            return count.executeUpdate();
        } finally {
            connection.setNetworkTimeout(Runnable::run, timeout);
        }
    }

    private static int done(Connection connection, Job job, Seen seen, double seconds) throws SQLException {
        try (PreparedStatement done = connection.prepareStatement(DONE)) {
            done.setLong(1, seen.writes());
            done.setLong(2, seen.flushes());
            done.setDouble(3, Math.max(SETTLED_AFTER_SECONDS, seconds * PAUSE_PER_COUNT));
            done.setInt(4, job.storageId());
            return done.executeUpdate();
        }
    }

    /**
     * One walk over the table for itself and all of its indexes. What the counts were wrong by when it began is added to them, so that
     * what servers tell during the walk is not lost.
     */
    private static String text(List<Integer> slots) {
        List<String> columns = new ArrayList<>(List.of("count(*) AS n0", "coalesce(sum(sz), 0) AS s0"));
        for (int slot : slots) {
            columns.add("count(g" + slot + "p) AS n" + slot);
            columns.add("coalesce(sum(sz) FILTER (WHERE g" + slot + "p IS NOT NULL), 0) AS s" + slot);
        }
        String rows = Stream.concat(Stream.of(0), slots.stream())
                .map(slot -> "(" + slot + ", n" + slot + ", s" + slot + ")")
                .collect(Collectors.joining(", "));
        return "INSERT INTO ddb_statistics AS s (storage_id, slot, item_count, size_bytes)"
                + " SELECT ?::int, v.slot, v.n - coalesce(k.item_count, 0), v.s - coalesce(k.size_bytes, 0)"
                + " FROM (SELECT " + String.join(", ", columns) + " FROM ddb_item WHERE table_id = ?) AS c"
                + " CROSS JOIN LATERAL (VALUES " + rows + ") AS v (slot, n, s)"
                + " LEFT JOIN ddb_statistics AS k ON k.storage_id = ? AND k.slot = v.slot ORDER BY v.slot"
                + " ON CONFLICT (storage_id, slot) DO UPDATE SET item_count = s.item_count + EXCLUDED.item_count,"
                + " size_bytes = s.size_bytes + EXCLUDED.size_bytes";
    }
}
