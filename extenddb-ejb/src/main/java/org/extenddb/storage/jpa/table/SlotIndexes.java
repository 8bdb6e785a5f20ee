package org.extenddb.storage.jpa.table;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.extenddb.storage.jpa.sql.Database;

/**
 * Creates the database index of a slot when a table first uses it. The schema comes with the first few; an index of a slot that
 * nobody uses would cost every write.
 */
public final class SlotIndexes {
    private static final int READY_MADE = 5;

    /** Any number that nobody else uses as an advisory lock. */
    private static final long LOCK = 0x6464625F736C6F74L;

    private static final long POLL_MILLIS = 50;

    private final Database database;
    private final Set<Integer> made = ConcurrentHashMap.newKeySet();

    public SlotIndexes(Database database) {
        this.database = database;
    }

    /** Returns when every slot has its index; takes as long as building it over all items does. */
    public void ensure(Collection<Integer> slots) {
        for (int slot : slots) {
            if (slot > READY_MADE && !made.contains(slot)) {
                database.write(connection -> {
                    create(connection, slot);
                    return null;
                });
                made.add(slot);
            }
        }
    }

    /**
     * Building CONCURRENTLY waits for every statement that runs, so other servers must not wait for the lock inside a statement:
     * they ask again and again.
     */
    private static void create(Connection connection, int slot) throws SQLException {
        int timeout = connection.getNetworkTimeout();
        connection.setNetworkTimeout(Runnable::run, 0);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET lock_timeout = 0");
            while (!answersTrue(statement, "SELECT pg_try_advisory_lock(" + LOCK + ")")) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(POLL_MILLIS));
            }
            try {
                build(statement, slot);
            } finally {
                statement.execute("SELECT pg_advisory_unlock(" + LOCK + ")");
                statement.execute("RESET lock_timeout");
            }
        } finally {
            connection.setNetworkTimeout(Runnable::run, timeout);
        }
    }

    private static void build(Statement statement, int slot) throws SQLException {
        String name = "ddb_item_g" + slot;
        if (answersTrue(
                statement,
                "SELECT count(*) > 0 FROM pg_index WHERE indexrelid = to_regclass('" + name + "') AND indisvalid")) {
            // A role that does not own the table may not even create what is there.
            return;
        }
        if (answersTrue(
                statement,
                "SELECT count(*) > 0 FROM pg_index WHERE indexrelid = to_regclass('" + name
                        + "') AND NOT indisvalid")) {
            // A build that was broken off leaves an index which costs writes and serves nobody.
            statement.execute("DROP INDEX CONCURRENTLY IF EXISTS " + name);
        }
        statement.execute("CREATE INDEX CONCURRENTLY IF NOT EXISTS " + name + " ON ddb_item (table_id, g" + slot
                + "p, g" + slot + "s, ph, sk) WHERE g" + slot + "p IS NOT NULL");
    }

    private static boolean answersTrue(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            return row.next() && row.getBoolean(1);
        }
    }
}
