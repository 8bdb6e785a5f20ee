package org.extenddb.it.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import org.extenddb.it.outage.DurableDatabase;

/** A lock on an item in the middle of a table: who fills an index comes no further than there, and nobody else notices. */
final class HeldRow implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final String MIDDLE = "SELECT 1 FROM ddb_item WHERE table_id = (SELECT storage_id FROM ddb_table"
            + " WHERE name = ?) AND ph > '80000000-0000-0000-0000-000000000000' AND position(?::bytea IN item) > 0"
            + " ORDER BY ph, sk LIMIT 1 FOR UPDATE";

    /** How many items are done, once somebody waits for the row. */
    private static final String DONE_BEFORE_IT = "SELECT j.items FROM ddb_index_job AS j"
            + " JOIN ddb_table AS t ON t.storage_id = j.storage_id WHERE t.name = ? AND j.items > 0"
            + " AND EXISTS (SELECT 1 FROM pg_locks WHERE NOT granted)";

    private final Connection connection;
    private final String table;

    private HeldRow(Connection connection, String table) {
        this.connection = connection;
        this.table = table;
    }

    /** Holds one of the items whose JSON has a text in it. */
    static HeldRow inTheMiddleOf(DurableDatabase database, String table, String text) throws SQLException {
        Connection connection = DriverManager.getConnection(database.jdbcUrl());
        connection.setAutoCommit(false);
        try (PreparedStatement lock = connection.prepareStatement(MIDDLE)) {
            lock.setString(1, table);
            lock.setString(2, text);
            try (ResultSet row = lock.executeQuery()) {
                assertThat(row.next()).as("an item to hold").isTrue();
            }
        }
        return new HeldRow(connection, table);
    }

    /** Returns when the work on the table's new index has come to the row: how many items were done before it. */
    long awaitBackfill() throws SQLException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try (PreparedStatement select = connection.prepareStatement(DONE_BEFORE_IT)) {
                select.setString(1, table);
                try (ResultSet row = select.executeQuery()) {
                    if (row.next()) {
                        return row.getLong(1);
                    }
                }
            }
            assertThat(System.nanoTime()).as("the backfill comes to the row").isLessThan(end);
            Thread.sleep(20);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.close();
    }
}
