package org.extenddb.cli.site;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.extenddb.cli.host.CommandFailure;
import org.extenddb.cli.postgres.Database;
import org.extenddb.storage.jpa.SchemaMigration;
import org.extenddb.storage.jpa.SchemaTooNewException;
import org.extenddb.storage.jpa.table.SlotIndexes;
import org.flywaydb.core.api.FlywayException;
import org.postgresql.ds.PGSimpleDataSource;

/** The schema of an installation, as its owner sees it. */
public final class SiteSchema {
    private static final String HISTORY = "ddb_schema_history";
    private static final String AUDIT_LOG = "ddb_audit_log";

    private final Database asOwner;
    private final String user;

    /** @param user the role of the servers */
    public SiteSchema(Database asOwner, String user) {
        this.asOwner = asOwner;
        this.user = user;
    }

    /**
     * Brings the schema up to date, and lets the servers' role do in it what it needs.
     *
     * @return the version that it has now
     */
    public String migrate() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(asOwner.jdbcUrl());
        source.setUser(asOwner.user());
        source.setPassword(asOwner.password());
        try {
            new SchemaMigration(source).migrate();
        } catch (SchemaTooNewException | FlywayException e) {
            throw new CommandFailure("The schema was not migrated: " + e.getMessage(), e);
        }
        try (Connection connection = asOwner.connect();
                Statement statement = connection.createStatement()) {
            grant(statement);
            new SlotIndexes(new org.extenddb.storage.jpa.sql.Database(source)).ensure(slots(statement));
            return version(statement);
        } catch (SQLException e) {
            throw new CommandFailure("PostgreSQL refuses: " + Database.firstLine(e), e);
        }
    }

    /**
     * Rows, and emptying what streams leave behind; no tables, no functions, not the history of migrations. Of the audit log records are
     * added, read and trimmed: none is ever changed.
     */
    private void grant(Statement statement) throws SQLException {
        statement.execute("REVOKE CREATE ON SCHEMA public FROM PUBLIC");
        statement.execute("GRANT USAGE ON SCHEMA public TO " + user);
        statement.execute("GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE ON ALL TABLES IN SCHEMA public TO " + user);
        statement.execute("REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON " + HISTORY + " FROM " + user);
        statement.execute("REVOKE UPDATE, TRUNCATE ON " + AUDIT_LOG + " FROM " + user);
        statement.execute("GRANT USAGE, SELECT, UPDATE ON ALL SEQUENCES IN SCHEMA public TO " + user);
    }

    /** Of the indexes that tables have: where a slot has no database index yet, servers wait for one. */
    private static List<Integer> slots(Statement statement) throws SQLException {
        List<Integer> slots = new ArrayList<>();
        try (ResultSet row = statement.executeQuery("SELECT DISTINCT slot FROM ddb_index ORDER BY slot")) {
            while (row.next()) {
                slots.add(row.getInt(1));
            }
        }
        return slots;
    }

    private static String version(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery(
                "SELECT version FROM " + HISTORY + " WHERE success ORDER BY installed_rank DESC LIMIT 1")) {
            return row.next() ? row.getString(1) : "none";
        }
    }
}
