package org.extenddb.storage.jpa;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;

/**
 * Brings the schema to the version that this server knows. Each migration is one transaction, and a lock in the database lets
 * one server migrate while others wait: the schema is never seen half-migrated.
 */
public final class SchemaMigration {
    private static final String HISTORY = "ddb_schema_history";
    private static final int VALIDATION_SECONDS = 3;

    /** After a power failure the database may be up later than this server: together two minutes. */
    private static final int CONNECT_ATTEMPTS = 24;

    private static final int CONNECT_PAUSE_SECONDS = 5;

    private final DataSource direct;
    private final Flyway flyway;

    /** The newest version that this server knows; empty until it has been migrated to. */
    private volatile String version = "";

    /** What the database is to this server. */
    public enum State {
        /** Every migration that this server knows was applied; a newer server may have applied more. */
        CURRENT,
        NOT_CURRENT,
        UNREACHABLE
    }

    public SchemaMigration(DataSource direct) {
        this.direct = direct;
        this.flyway = Flyway.configure(SchemaMigration.class.getClassLoader())
                .dataSource(PatientConnections.of(direct))
                .locations("classpath:db/migration")
                .failOnMissingLocations(true)
                .callbackLocations("classpath:db/migration")
                .table(HISTORY)
                .lockRetryCount(-1)
                .connectRetries(CONNECT_ATTEMPTS)
                .connectRetriesInterval(CONNECT_PAUSE_SECONDS)
                .load();
    }

    /**
     * Migrates; no-op on a current schema.
     *
     * @throws SchemaTooNewException when a newer server has migrated the database
     * @throws org.flywaydb.core.api.FlywayException when a migration fails, or one that was applied is not the one we know
     */
    public void migrate() {
        MigrationInfo[] applied = flyway.info().applied();
        String known = Arrays.stream(flyway.info().all())
                .filter(migration -> migration.getScript() != null && isKnown(migration))
                .map(MigrationInfo::getVersion)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .map(Object::toString)
                .orElse("none");
        for (MigrationInfo migration : applied) {
            if (!isKnown(migration)) {
                throw new SchemaTooNewException(String.valueOf(migration.getVersion()), known);
            }
        }
        flyway.migrate();
        version = known;
    }

    /** Asks the database whether it has the schema that this server migrated to. */
    public State state() {
        try (Connection connection = direct.getConnection()) {
            if (!connection.isValid(VALIDATION_SECONDS)) {
                return State.UNREACHABLE;
            }
            return isApplied(connection) ? State.CURRENT : State.NOT_CURRENT;
        } catch (SQLException e) {
            return State.UNREACHABLE;
        }
    }

    private boolean isApplied(Connection connection) {
        try (PreparedStatement query =
                connection.prepareStatement("SELECT 1 FROM " + HISTORY + " WHERE success AND version = ?")) {
            query.setString(1, version);
            try (ResultSet row = query.executeQuery()) {
                return row.next();
            }
        } catch (SQLException e) {
            return false;
        }
    }

    private static boolean isKnown(MigrationInfo migration) {
        return migration.getState().isResolved();
    }
}
