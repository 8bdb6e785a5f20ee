package org.extenddb.storage.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.extenddb.storage.jpa.SchemaMigration.State;
import org.extenddb.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class SchemaMigrationTest {
    private final DataSource dataSource = TestDatabase.create().dataSource(8);

    @Test
    void migrate_threeServersAtOnce_allStartAndMigrateOnce() throws Exception {
        ExecutorService servers = Executors.newFixedThreadPool(3);
        try {
            Callable<Boolean> start = () -> {
                new SchemaMigration(dataSource).migrate();
                return isThere("ddb_access_key");
            };
            List<Future<Boolean>> started = servers.invokeAll(List.of(start, start, start));
            for (Future<Boolean> server : started) {
                assertThat(server.get()).isTrue();
            }
        } finally {
            servers.shutdownNow();
        }
        assertThat(count("SELECT count(*) FROM ddb_schema_history WHERE version = '1'"))
                .isEqualTo(1);
    }

    @Test
    void migrate_currentSchema_changesNothing() throws SQLException {
        new SchemaMigration(dataSource).migrate();
        long before = count("SELECT count(*) FROM ddb_schema_history");

        new SchemaMigration(dataSource).migrate();

        assertThat(count("SELECT count(*) FROM ddb_schema_history")).isEqualTo(before);
    }

    @Test
    void migrate_newerSchema_isAClearError() throws SQLException {
        new SchemaMigration(dataSource).migrate();
        addMigrationOfNewerServer();

        assertThatThrownBy(() -> new SchemaMigration(dataSource).migrate())
                .isInstanceOf(SchemaTooNewException.class)
                .hasMessageContaining("version 999")
                .hasMessageContaining("up to ");
    }

    @Test
    void migrate_databaseComesUpLate_waitsForIt() throws SQLException {
        AtomicInteger refusals = new AtomicInteger();

        new SchemaMigration(refusingTwice(refusals)).migrate();

        assertThat(refusals).hasValue(2);
        assertThat(isThere("ddb_item")).isTrue();
    }

    @Test
    void state_beforeMigration_isNotCurrent_andAfterItCurrent() {
        SchemaMigration migration = new SchemaMigration(dataSource);
        assertThat(migration.state()).isEqualTo(State.NOT_CURRENT);

        migration.migrate();

        assertThat(migration.state()).isEqualTo(State.CURRENT);
    }

    @Test
    void state_newestMigrationMissing_isNotCurrent() throws SQLException {
        SchemaMigration migration = new SchemaMigration(dataSource);
        migration.migrate();

        execute(
                "DELETE FROM ddb_schema_history WHERE installed_rank = (SELECT max(installed_rank) FROM ddb_schema_history)");

        assertThat(migration.state()).isEqualTo(State.NOT_CURRENT);
    }

    @Test
    void state_newerServerMigratedFurther_isCurrent() throws SQLException {
        SchemaMigration migration = new SchemaMigration(dataSource);
        migration.migrate();

        addMigrationOfNewerServer();

        assertThat(migration.state()).isEqualTo(State.CURRENT);
    }

    @Test
    void state_databaseAway_isUnreachable() {
        assertThat(new SchemaMigration(nobodyListens()).state()).isEqualTo(State.UNREACHABLE);
    }

    @Test
    void schema_firstSlotsHaveIndexes_othersNot() throws SQLException {
        new SchemaMigration(dataSource).migrate();

        assertThat(Stream.of("ddb_item_g1", "ddb_item_g5", "ddb_item_exp").filter(this::isThere))
                .hasSize(3);
        assertThat(isThere("ddb_item_g6")).isFalse();
    }

    private static DataSource nobodyListens() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setPortNumbers(new int[] {1});
        return source;
    }

    /** The first two attempts to connect meet a port where nobody listens yet. */
    private DataSource refusingTwice(AtomicInteger refusals) {
        return (DataSource) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    boolean refused = method.getName().equals("getConnection") && refusals.get() < 2;
                    if (refused) {
                        refusals.incrementAndGet();
                    }
                    try {
                        return method.invoke(refused ? nobodyListens() : dataSource, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private void addMigrationOfNewerServer() throws SQLException {
        execute("INSERT INTO ddb_schema_history (installed_rank, version, description, type, script, installed_by,"
                + " execution_time, success) VALUES (99, '999', 'later', 'SQL', 'V999__later.sql', 'x', 1, true)");
    }

    private boolean isThere(String relation) {
        try {
            return count("SELECT count(*) FROM pg_class WHERE relname = '" + relation + "'") == 1;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private long count(String query) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    private void execute(String statement) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement executed = connection.createStatement()) {
            executed.execute(statement);
        }
    }
}
