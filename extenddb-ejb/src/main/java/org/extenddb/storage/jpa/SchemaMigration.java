package org.extenddb.storage.jpa;

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
    private final Flyway flyway;

    public SchemaMigration(DataSource direct) {
        this.flyway = Flyway.configure(SchemaMigration.class.getClassLoader())
                .dataSource(direct)
                .locations("classpath:db/migration")
                .failOnMissingLocations(true)
                .callbackLocations("classpath:db/migration")
                .table("ddb_schema_history")
                .lockRetryCount(-1)
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
    }

    private static boolean isKnown(MigrationInfo migration) {
        return migration.getState().isResolved();
    }
}
