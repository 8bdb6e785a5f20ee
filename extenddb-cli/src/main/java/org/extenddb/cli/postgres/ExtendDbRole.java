package org.extenddb.cli.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.extenddb.cli.host.CommandFailure;

/** ExtendDB's role and database in the embedded server: the owner of one database, not a superuser. */
record ExtendDbRole(int port, String superuserPassword) {
    private static final String NAME = "extenddb";

    /**
     * Makes the role and the database where they are missing.
     *
     * @param password the role's; letters and digits only
     */
    Database database(String password) {
        Database maintenance = new Database(url("postgres"), PostgresCluster.SUPERUSER, superuserPassword);
        try (Connection connection = maintenance.connect();
                Statement statement = connection.createStatement()) {
            if (isMissing(statement, "SELECT 1 FROM pg_roles WHERE rolname = 'extenddb'")) {
                statement.execute("CREATE ROLE extenddb LOGIN PASSWORD '" + password + "'");
            }
            if (isMissing(statement, "SELECT 1 FROM pg_database WHERE datname = 'extenddb'")) {
                statement.execute("CREATE DATABASE extenddb OWNER extenddb");
            }
        } catch (SQLException e) {
            throw new CommandFailure(
                    "PostgreSQL runs but refuses us: " + Database.firstLine(e)
                            + "; ./extenddb stop and start again, or begin anew with --reset.",
                    e);
        }
        return new Database(url(NAME), NAME, password);
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    private static boolean isMissing(Statement statement, String query) throws SQLException {
        try (ResultSet result = statement.executeQuery(query)) {
            return !result.next();
        }
    }
}
