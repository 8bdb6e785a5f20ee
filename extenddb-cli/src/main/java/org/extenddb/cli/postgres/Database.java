package org.extenddb.cli.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.extenddb.cli.host.CommandFailure;

/** How ExtendDB reaches its database. The URL is JDBC's and holds no password. */
public record Database(String jdbcUrl, String user, String password) {
    /** {@code server_version_num} of the oldest PostgreSQL that ExtendDB runs on. */
    private static final int OLDEST_VERSION = 140_000;

    public Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", "10");
        properties.setProperty("loginTimeout", "10");
        return DriverManager.getConnection(jdbcUrl, properties);
    }

    /** Fails, in one line, where the database cannot be used. */
    public void check() {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet version = statement.executeQuery("SELECT current_setting('server_version_num')::int")) {
            version.next();
            if (version.getInt(1) < OLDEST_VERSION) {
                throw new CommandFailure(
                        "The PostgreSQL at " + jdbcUrl + " is older than 14; ExtendDB needs 14 or newer.");
            }
        } catch (SQLException e) {
            throw new CommandFailure(
                    "Cannot use the PostgreSQL at %s as user %s: %s. Check --postgres-url and the password (in the URL, or in PGPASSWORD)."
                            .formatted(jdbcUrl, user, firstLine(e)),
                    e);
        }
    }

    /** The JDBC URL of another database of the same server. */
    public String urlOf(String database) {
        int path = jdbcUrl.indexOf('/', "jdbc:postgresql://".length());
        int query = jdbcUrl.indexOf('?', path);
        return jdbcUrl.substring(0, path + 1) + database + (query < 0 ? "" : jdbcUrl.substring(query));
    }

    @Override
    public String toString() {
        return jdbcUrl + " as " + user;
    }

    /** What a person can do something with. */
    public static String firstLine(SQLException failure) {
        return String.valueOf(failure.getMessage())
                .lines()
                .findFirst()
                .orElse("")
                .replaceFirst("\\.$", "");
    }
}
