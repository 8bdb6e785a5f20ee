package org.extenddb.storage.jpa.item;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.extenddb.storage.jpa.TestStorage;
import org.extenddb.test.TestDatabase;
import org.junit.jupiter.api.Test;

/** How PostgreSQL reads items by a list of keys: from a table as empty as it is at first, too. */
class KeyListPlanTest {
    /** From then on the driver prepares a statement, and five times later PostgreSQL may keep its plan. */
    private static final int ENOUGH = 15;

    private final TestStorage storage = TestStorage.on(TestDatabase.create());

    @Test
    void listsOfAnyLength_areReadByTheKeysIndexAndThePlanIsKept() throws SQLException {
        for (String text : List.of(
                ItemStatements.SELECT_ALL, ItemStatements.LOCK_ALL, ItemStatements.LOCK_FREE, SnapshotReads.SELECT)) {
            for (int keys : new int[] {2, 100}) {
                try (Connection connection = storage.dataSource().getConnection()) {
                    assertThat(plan(connection, text, keys))
                            .as(text)
                            .anyMatch(line -> line.contains("Index Scan using ddb_item_pkey"))
                            .noneMatch(line -> line.contains("Seq Scan on ddb_item"));
                    assertThat(keptAfterAWhile(connection, text, keys)).as(text).isTrue();
                }
            }
        }
    }

    private static List<String> plan(Connection connection, String text, int keys) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (PreparedStatement explain = connection.prepareStatement("EXPLAIN " + text)) {
            bind(connection, explain, keys);
            try (ResultSet rows = explain.executeQuery()) {
                while (rows.next()) {
                    lines.add(rows.getString(1));
                }
            }
        }
        return lines;
    }

    private static boolean keptAfterAWhile(Connection connection, String text, int keys) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(text)) {
            for (int i = 0; i < ENOUGH; i++) {
                bind(connection, statement, keys);
                statement.executeQuery().close();
            }
            try (PreparedStatement kept = connection.prepareStatement(
                            "SELECT bool_and(generic_plans > 0) FROM pg_prepared_statements WHERE statement LIKE ?");
                    ResultSet row = query(kept, "%ddb_item i%")) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    private static ResultSet query(PreparedStatement statement, String pattern) throws SQLException {
        statement.setString(1, pattern);
        return statement.executeQuery();
    }

    private static void bind(Connection connection, PreparedStatement statement, int keys) throws SQLException {
        Integer[] tables = new Integer[keys];
        UUID[] partitions = new UUID[keys];
        byte[][] sorts = new byte[keys][0];
        for (int i = 0; i < keys; i++) {
            tables[i] = 1;
            partitions[i] = new UUID(i, i);
        }
        statement.setArray(1, connection.createArrayOf("int4", tables));
        statement.setArray(2, connection.createArrayOf("uuid", partitions));
        statement.setArray(3, connection.createArrayOf("bytea", sorts));
        if (statement.getParameterMetaData().getParameterCount() > 3) {
            statement.setLong(4, 1_000);
            statement.setLong(5, 1_000);
        }
    }
}
