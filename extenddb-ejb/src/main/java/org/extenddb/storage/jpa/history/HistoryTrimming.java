package org.extenddb.storage.jpa.history;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.extenddb.storage.jpa.item.HistoryRecords;
import org.extenddb.storage.jpa.sql.Database;
import org.extenddb.storage.jpa.sql.SqlStates;
import org.extenddb.storage.jpa.sql.Transactions;

/**
 * Takes away what was replaced too long ago. A day that no table needs any more is truncated, which costs nothing whatever it holds;
 * within a day that some table needs, the rows of those that do not go in portions. A day counts from its end, and one more is left, so
 * that who has begun to read it can end.
 */
final class HistoryTrimming {
    private static final Logger LOG = System.getLogger(HistoryTrimming.class.getName());
    private static final int CHUNK = 5_000;

    /** How many days back some table reaches, or somebody holds on to. */
    private static final String LONGEST = "SELECT CASE WHEN EXISTS (SELECT 1 FROM ddb_history_hold) THEN 35 ELSE"
            + " coalesce((SELECT max(recovery_days) FROM ddb_table WHERE kept), 0) END";

    /** Days that are over, and how long ago they ended. */
    private static final String PAST = "SELECT mod(today - back, " + HistoryRecords.RING + ")::int, back - 1 FROM"
            + " (SELECT floor(extract(epoch FROM clock_timestamp()) / 86400)::bigint AS today) AS now,"
            + " generate_series(2, " + (HistoryRecords.RING - 2) + ") AS back";

    /** The tables in a partition, each found by one look into the index, that do not need it. */
    private static final String UNNEEDED =
            "WITH RECURSIVE found AS ((SELECT table_id FROM %1$s ORDER BY table_id LIMIT 1) UNION ALL"
                    + " SELECT (SELECT h.table_id FROM %1$s h WHERE h.table_id > f.table_id ORDER BY h.table_id LIMIT 1)"
                    + " FROM found f WHERE f.table_id IS NOT NULL) SELECT f.table_id FROM found f WHERE f.table_id IS NOT NULL"
                    + " AND NOT EXISTS (SELECT 1 FROM ddb_table t WHERE t.storage_id = f.table_id AND t.kept"
                    + " AND coalesce(t.recovery_days, 35) >= %2$d)"
                    + " AND NOT EXISTS (SELECT 1 FROM ddb_history_hold o WHERE o.storage_id = f.table_id)";

    private final Database database;
    private final Transactions transactions;

    HistoryTrimming(Database database, Transactions transactions) {
        this.database = database;
        this.transactions = transactions;
    }

    private record Day(int ring, int daysAgo) {
        String partition() {
            return "ddb_item_history_" + ring;
        }
    }

    void trim() {
        int longest = database.read(connection -> number(connection, LONGEST));
        for (Day day : database.read(HistoryTrimming::past)) {
            if (database.read(connection -> number(connection, filled(day))) == 0) {
                continue;
            }
            if (day.daysAgo() > longest) {
                truncate(day);
            } else {
                String unneeded = UNNEEDED.formatted(day.partition(), day.daysAgo());
                database.read(connection -> numbers(connection, unneeded)).forEach(table -> delete(day, table));
            }
        }
    }

    private static String filled(Day day) {
        return "SELECT count(*) FROM (SELECT 1 FROM " + day.partition() + " LIMIT 1) AS one";
    }

    /** Whoever reads old rows is waited for, shortly; a hold that came meanwhile counts. */
    private void truncate(Day day) {
        try {
            transactions.withConnection(connection -> {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("SET LOCAL lock_timeout = 300");
                    statement.execute("LOCK TABLE " + day.partition() + " IN ACCESS EXCLUSIVE MODE");
                    if (day.daysAgo() > number(connection, LONGEST)
                            && past(connection).contains(day)) {
                        statement.execute("TRUNCATE " + day.partition());
                    }
                }
                return day;
            });
        } catch (SQLException e) {
            if (!SqlStates.isConflict(e)) {
                LOG.log(Level.WARNING, "EXDB0361W: Old item history was not removed; this will be tried again.", e);
            }
        }
    }

    private void delete(Day day, int table) {
        String text = "DELETE FROM " + day.partition() + " WHERE ctid = ANY (ARRAY(SELECT ctid FROM " + day.partition()
                + " WHERE table_id = ? LIMIT " + CHUNK + "))";
        int deleted = CHUNK;
        while (deleted == CHUNK && !Thread.currentThread().isInterrupted()) {
            deleted = database.write(connection -> {
                try (PreparedStatement delete = connection.prepareStatement(text)) {
                    delete.setInt(1, table);
                    return delete.executeUpdate();
                }
            });
        }
    }

    private static List<Day> past(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(PAST);
                ResultSet row = select.executeQuery()) {
            List<Day> days = new ArrayList<>();
            while (row.next()) {
                days.add(new Day(row.getInt(1), row.getInt(2)));
            }
            return days;
        }
    }

    private static int number(Connection connection, String text) throws SQLException {
        return numbers(connection, text).get(0);
    }

    private static List<Integer> numbers(Connection connection, String text) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(text);
                ResultSet row = select.executeQuery()) {
            List<Integer> numbers = new ArrayList<>();
            while (row.next()) {
                numbers.add(row.getInt(1));
            }
            return numbers;
        }
    }
}
