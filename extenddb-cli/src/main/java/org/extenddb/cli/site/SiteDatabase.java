package org.extenddb.cli.site;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.extenddb.cli.host.CommandFailure;
import org.extenddb.cli.postgres.Database;

/**
 * Database and roles of an installation, made and taken away by a role that may do so. Names are checked by {@link SiteNames}, so
 * they can stand in statements; passwords are letters and digits.
 */
public final class SiteDatabase {
    private static final String UTF8 = "UTF8";

    private final Database maintenance;
    private final SiteNames names;

    /** @param maintenance any database of the server, as a superuser or a role that may create roles and databases */
    public SiteDatabase(Database maintenance, SiteNames names) {
        this.maintenance = maintenance;
        this.names = names;
    }

    /** Fails, in one line, where it cannot be set up here. */
    public void check() {
        maintenance.check();
        try (Connection connection = maintenance.connect();
                Statement statement = connection.createStatement()) {
            if (!isTrue(
                    statement,
                    "SELECT rolsuper OR rolcreaterole AND rolcreatedb FROM pg_roles WHERE rolname = current_user")) {
                throw new CommandFailure("The role " + maintenance.user()
                        + " may not create roles and databases: use a superuser, or one with CREATEROLE and CREATEDB.");
            }
            requireFree(connection, "SELECT count(*) = 0 FROM pg_database WHERE datname = ?", names.database());
            requireFree(connection, "SELECT count(*) = 0 FROM pg_roles WHERE rolname = ?", names.owner());
            requireFree(connection, "SELECT count(*) = 0 FROM pg_roles WHERE rolname = ?", names.user());
            // These locales go with every encoding; others with their own alone.
            if (!isTrue(
                    statement,
                    "SELECT pg_encoding_to_char(encoding) = '" + UTF8
                            + "' OR datcollate IN ('C', 'POSIX') FROM pg_database WHERE datname = 'template0'")) {
                throw new CommandFailure("This PostgreSQL cannot have databases in " + UTF8
                        + ": set one up with a locale that goes with it.");
            }
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** Makes roles and database; the database belongs to the owner, and nobody else may connect but the servers' role. */
    public void create(String ownerPassword, String userPassword) {
        try (Connection connection = maintenance.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE ROLE " + names.owner() + " LOGIN PASSWORD '" + ownerPassword + "'");
            statement.execute("CREATE ROLE " + names.user() + " LOGIN PASSWORD '" + userPassword + "'");
            // A role that is no superuser may give a database only to one that it can become.
            statement.execute("GRANT " + names.owner() + " TO CURRENT_USER");
            statement.execute("CREATE DATABASE " + names.database() + " OWNER " + names.owner() + " ENCODING '" + UTF8
                    + "' TEMPLATE template0");
            statement.execute("REVOKE ALL ON DATABASE " + names.database() + " FROM PUBLIC");
            statement.execute("GRANT CONNECT ON DATABASE " + names.database() + " TO " + names.user());
            if (!isTrue(statement, "SELECT rolsuper FROM pg_roles WHERE rolname = current_user")) {
                statement.execute("REVOKE " + names.owner() + " FROM CURRENT_USER");
            }
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** Takes away database and roles, whatever is there of them. */
    public void drop() {
        try (Connection connection = maintenance.connect();
                Statement statement = connection.createStatement()) {
            if (!isTrue(statement, "SELECT rolsuper FROM pg_roles WHERE rolname = current_user")
                    && isTrue(statement, "SELECT count(*) > 0 FROM pg_roles WHERE rolname = '" + names.owner() + "'")) {
                statement.execute("GRANT " + names.owner() + " TO CURRENT_USER");
            }
            statement.execute("DROP DATABASE IF EXISTS " + names.database() + " WITH (FORCE)");
            statement.execute("DROP ROLE IF EXISTS " + names.user());
            statement.execute("DROP ROLE IF EXISTS " + names.owner());
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private void requireFree(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet row = statement.executeQuery()) {
                if (row.next() && !row.getBoolean(1)) {
                    throw new CommandFailure("There is a role or database " + name
                            + " already: choose other names (--database, --owner, --user), or drop it.");
                }
            }
        }
    }

    private static boolean isTrue(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            return row.next() && row.getBoolean(1);
        }
    }

    private CommandFailure failure(SQLException e) {
        return new CommandFailure("PostgreSQL refuses: " + Database.firstLine(e), e);
    }
}
