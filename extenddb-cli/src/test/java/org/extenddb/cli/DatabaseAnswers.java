package org.extenddb.cli;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.extenddb.cli.postgres.Database;

/** What a PostgreSQL says to a statement of a role. */
final class DatabaseAnswers {
    private DatabaseAnswers() {}

    /** Whether it lets nobody in by that name and password. */
    static boolean isRefused(Database database) {
        return refusal(database, "SELECT 1").startsWith("28");
    }

    /** The SQLSTATE; empty where it is not refused. */
    static String refusal(Database database, String statement) {
        try (Connection connection = database.connect();
                Statement refused = connection.createStatement()) {
            refused.execute(statement);
            return "";
        } catch (SQLException e) {
            return String.valueOf(e.getSQLState());
        }
    }

    /** The first column of the first row. */
    static String query(Database database, String query) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }
}
