package org.extenddb.storage.jpa.item;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.extenddb.storage.jpa.TestStorage;
import org.extenddb.test.TestDatabase;
import org.junit.jupiter.api.Test;

/** How PostgreSQL finds what has expired. */
class ExpiryPlanTest {
    private final TestStorage storage = TestStorage.on(TestDatabase.create());

    /** Otherwise each sweep would walk through all that expires one day, with rows locked meanwhile. */
    @Test
    void due_bothBoundsAreOfTheIndex() throws SQLException {
        assertThat(plan(ExpiryColumn.DUE))
                .anySatisfy(line -> assertThat(line)
                        .contains("Index Cond:")
                        .contains("exp <")
                        .contains("exp >")
                        .contains("statement_timestamp"));
    }

    private List<String> plan(String select) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (Connection connection = storage.dataSource().getConnection();
                Statement settings = connection.createStatement();
                PreparedStatement explain = connection.prepareStatement("EXPLAIN " + select)) {
            // The table is empty, of which an index tells nothing.
            settings.execute("SET enable_seqscan = off");
            settings.execute("SET enable_bitmapscan = off");
            explain.setInt(1, 500);
            try (ResultSet rows = explain.executeQuery()) {
                while (rows.next()) {
                    lines.add(rows.getString(1));
                }
            }
            settings.execute("RESET ALL");
        }
        return lines;
    }
}
