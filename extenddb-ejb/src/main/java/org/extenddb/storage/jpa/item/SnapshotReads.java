package org.extenddb.storage.jpa.item;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.extenddb.core.storage.ItemAddress;
import org.extenddb.core.storage.SnapshotResult;
import org.extenddb.core.storage.StoredItem;
import org.extenddb.storage.jpa.sql.Database;
import org.jspecify.annotations.Nullable;

/**
 * Reads items of which nobody is in the middle of writing one. Who locks, overwrites or deletes a row leaves the number of its
 * transaction in the row version that readers see, where it stays when the transaction has ended; a snapshot knows which transactions
 * are under way. So the statement that reads the items tells as well who holds them, for nothing: no lock is taken and no row touched.
 * Of keys without a row it looks for the {@linkplain AbsentKeys locks} of those who are about to insert them.
 */
final class SnapshotReads {
    private static final long FIRST_PAUSE_MICROS = 500;
    private static final long LONGEST_PAUSE_MICROS = 20_000;

    /**
     * A row for each key. Items larger than the first bound are left out where all together are larger than the second one. A writer is the
     * number of a transaction, or virtual ones, which have a slash in them.
     */
    static final String SELECT = "WITH k AS MATERIALIZED (SELECT * FROM " + ItemStatements.ASKED + "), "
            + AbsentKeys.ANNOUNCED + " SELECT k.n, i.ver, i.sz, CASE WHEN i.sz > ?"
            + " THEN CASE WHEN (SELECT sum(i.sz) FROM k JOIN ddb_item i ON " + ItemStatements.IS_OF_KEY
            + ") <= ? THEN i.item END ELSE i.item END,"
            + " CASE WHEN i.ver IS NULL THEN " + AbsentKeys.WRITERS + " WHEN " + underWay("i.xmax")
            + " THEN i.xmax::text ELSE '' END FROM k LEFT JOIN ddb_item i ON " + ItemStatements.IS_OF_KEY;

    private static final String STILL_UNDER_WAY = "SELECT w.id FROM unnest(?::text[]) AS w (id)"
            + " WHERE CASE WHEN position('/' IN w.id) > 0 THEN EXISTS (SELECT 1 FROM pg_locks AS l"
            + " WHERE l.locktype = 'advisory' AND l.virtualtransaction = w.id) ELSE " + underWay("w.id::xid") + " END";

    private final Database database;

    SnapshotReads(Database database) {
        this.database = database;
    }

    /** A transaction under way that holds an item. */
    private record Writer(int position, String id) {}

    /**
     * What a statement saw.
     *
     * @param there positions of items that exist
     * @param size of all items together; they are not here where that is too large
     */
    private record Snapshot(List<@Nullable StoredItem> items, Set<Integer> there, long size, List<Writer> writers) {
        SnapshotResult atMost(long maxBytes) {
            return size <= maxBytes ? new SnapshotResult.Taken(items) : new SnapshotResult.TooLarge(size);
        }
    }

    SnapshotResult read(List<ItemAddress> addresses, long maxBytes) {
        Snapshot snapshot = database.read(connection -> take(connection, addresses, maxBytes));
        if (snapshot.writers().isEmpty()) {
            return snapshot.atMost(maxBytes);
        }
        Set<String> left = await(snapshot.writers().stream().map(Writer::id).collect(Collectors.toSet()));
        if (left.isEmpty()) {
            return database.read(connection -> take(connection, addresses, maxBytes))
                    .atMost(maxBytes);
        }
        return new SnapshotResult.Conflict(
                positions(snapshot.writers().stream().filter(writer -> left.contains(writer.id()))));
    }

    /**
     * Where transactions are in the way: positions of items that some hold now. Else of absent ones, which a write of one item may be
     * inserting unannounced; else all.
     */
    List<Integer> suspects(List<ItemAddress> addresses) {
        Snapshot snapshot = database.read(connection -> take(connection, addresses, 0));
        if (!snapshot.writers().isEmpty()) {
            return positions(snapshot.writers().stream());
        }
        List<Integer> all = IntStream.range(0, addresses.size()).boxed().toList();
        List<Integer> absent =
                all.stream().filter(i -> !snapshot.there().contains(i)).toList();
        return absent.isEmpty() ? all : absent;
    }

    private static List<Integer> positions(Stream<Writer> writers) {
        return writers.map(Writer::position).distinct().sorted().toList();
    }

    /** Answers those that are still under way when time is up. */
    private Set<String> await(Set<String> writers) {
        long end = System.nanoTime() + LockWait.LENGTH.toNanos();
        long pauseMicros = FIRST_PAUSE_MICROS;
        Set<String> left = writers;
        while (!left.isEmpty() && System.nanoTime() - end < 0) {
            LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(pauseMicros));
            pauseMicros = Math.min(pauseMicros * 2, LONGEST_PAUSE_MICROS);
            Set<String> asked = left;
            left = database.read(connection -> stillUnderWay(connection, asked));
        }
        return left;
    }

    /** Whether a transaction is one of those that the statement's own snapshot lists, or has begun since any has ended. */
    private static String underWay(String xid) {
        return "(" + xid + " = ANY (ARRAY(SELECT x.id::xid FROM pg_snapshot_xip(pg_current_snapshot()) AS x (id)))"
                + " OR age(" + xid + ") <= (SELECT age(pg_snapshot_xmax(pg_current_snapshot())::xid)))";
    }

    private static Snapshot take(Connection connection, List<ItemAddress> addresses, long maxBytes)
            throws SQLException {
        @Nullable StoredItem[] items = new StoredItem[addresses.size()];
        Set<Integer> there = new HashSet<>();
        List<Writer> writers = new ArrayList<>();
        long size = 0;
        try (PreparedStatement select = connection.prepareStatement(SELECT)) {
            int bounds = KeyArrays.bind(connection, select, 1, addresses);
            select.setLong(bounds, maxBytes / addresses.size());
            select.setLong(bounds + 1, maxBytes);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    int position = row.getInt(1) - 1;
                    if (row.getObject(2) != null) {
                        there.add(position);
                        size += row.getInt(3);
                    }
                    if (row.getObject(4) != null) {
                        items[position] =
                                Row.read(row, 2, addresses.get(position).key());
                    }
                    for (String writer : row.getString(5).split(",")) {
                        if (!writer.isEmpty()) {
                            writers.add(new Writer(position, writer));
                        }
                    }
                }
            }
        }
        return new Snapshot(Arrays.asList(items), there, size, writers);
    }

    private static Set<String> stillUnderWay(Connection connection, Set<String> writers) throws SQLException {
        Set<String> left = new HashSet<>();
        try (PreparedStatement select = connection.prepareStatement(STILL_UNDER_WAY)) {
            Array ids = connection.createArrayOf("text", writers.toArray());
            select.setArray(1, ids);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    left.add(row.getString(1));
                }
            }
        }
        return left;
    }
}
