package org.extenddb.storage.jpa.item;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.extenddb.core.storage.ItemAddress;
import org.extenddb.core.storage.SnapshotResult;
import org.extenddb.core.storage.StoredItem;
import org.extenddb.storage.jpa.sql.Database;
import org.jspecify.annotations.Nullable;

/**
 * Reads items of which nobody is in the middle of writing one. Who locks, overwrites or deletes a row leaves the number of its
 * transaction in the row version that readers see, where it stays when the transaction has ended; a snapshot knows which transactions
 * are under way. So the statement that reads the items tells as well who holds them, for nothing: no lock is taken and no row touched.
 */
final class SnapshotReads {
    private static final long FIRST_PAUSE_MICROS = 500;
    private static final long LONGEST_PAUSE_MICROS = 20_000;

    private static final String SELECT = "SELECT k.n, i.ver, i.sz, i.item, CASE WHEN " + underWay("i.xmax")
            + " THEN i.xmax::text::bigint ELSE 0 END FROM " + ItemStatements.KEYS;

    private static final String STILL_UNDER_WAY =
            "SELECT w.id FROM unnest(?::bigint[]) AS w (id) WHERE " + underWay("w.id::text::xid");

    private final Database database;

    SnapshotReads(Database database) {
        this.database = database;
    }

    /**
     * What a statement saw.
     *
     * @param writers transactions under way that hold an item, by its position
     */
    private record Snapshot(List<@Nullable StoredItem> items, Map<Integer, Long> writers) {}

    SnapshotResult read(List<ItemAddress> addresses) {
        Snapshot snapshot = database.read(connection -> take(connection, addresses));
        if (snapshot.writers().isEmpty()) {
            return new SnapshotResult.Taken(snapshot.items());
        }
        Set<Long> left = await(new HashSet<>(snapshot.writers().values()));
        if (left.isEmpty()) {
            return new SnapshotResult.Taken(
                    database.read(connection -> KeyArrays.read(connection, ItemStatements.SELECT_ALL, addresses)));
        }
        snapshot.writers().values().retainAll(left);
        return new SnapshotResult.Conflict(List.copyOf(snapshot.writers().keySet()));
    }

    /** Answers those that are still under way when time is up. */
    private Set<Long> await(Set<Long> writers) {
        long end = System.nanoTime() + LockWait.LENGTH.toNanos();
        long pauseMicros = FIRST_PAUSE_MICROS;
        Set<Long> left = writers;
        while (!left.isEmpty() && System.nanoTime() - end < 0) {
            LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(pauseMicros));
            pauseMicros = Math.min(pauseMicros * 2, LONGEST_PAUSE_MICROS);
            Set<Long> asked = left;
            left = database.read(connection -> stillUnderWay(connection, asked));
        }
        return left;
    }

    /** Whether a transaction is one of those that the statement's own snapshot lists, or has begun since any has ended. */
    private static String underWay(String xid) {
        return "(" + xid + " = ANY (ARRAY(SELECT x.id::xid FROM pg_snapshot_xip(pg_current_snapshot()) AS x (id)))"
                + " OR age(" + xid + ") <= (SELECT age(pg_snapshot_xmax(pg_current_snapshot())::xid)))";
    }

    private static Snapshot take(Connection connection, List<ItemAddress> addresses) throws SQLException {
        List<@Nullable StoredItem> items =
                new ArrayList<@Nullable StoredItem>(Collections.<@Nullable StoredItem>nCopies(addresses.size(), null));
        Map<Integer, Long> writers = new TreeMap<>();
        try (PreparedStatement select = connection.prepareStatement(SELECT)) {
            KeyArrays.bind(connection, select, 1, addresses);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    int position = row.getInt(1) - 1;
                    items.set(position, Row.read(row, 2, addresses.get(position).key()));
                    long writer = row.getLong(5);
                    if (writer != 0) {
                        writers.put(position, writer);
                    }
                }
            }
        }
        return new Snapshot(items, writers);
    }

    private static Set<Long> stillUnderWay(Connection connection, Set<Long> writers) throws SQLException {
        Set<Long> left = new HashSet<>();
        try (PreparedStatement select = connection.prepareStatement(STILL_UNDER_WAY)) {
            Array ids = connection.createArrayOf("int8", writers.toArray());
            select.setArray(1, ids);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    left.add(row.getLong(1));
                }
            }
        }
        return left;
    }
}
