package org.extenddb.cli.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import org.extenddb.cli.host.CommandFailure;
import org.extenddb.cli.host.RunningProcess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the real server, as whoever runs the tests. */
final class EmbeddedPostgresTest {
    @TempDir
    Path home;

    private EmbeddedPostgres postgres;

    @BeforeEach
    void open() {
        postgres = new EmbeddedPostgres(home.resolve("postgres"));
    }

    @AfterEach
    void stop() throws Exception {
        postgres.stop();
    }

    @Test
    void start_thenKilledAndStartedAgain_keepsCommittedData() throws Exception {
        Database first = postgres.start();
        try (Connection connection = first.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE kept AS SELECT 42 AS answer");
        }
        RunningProcess killed = postgres.process().orElseThrow();
        ProcessHandle.of(killed.pid()).orElseThrow().destroyForcibly();
        assertThat(killed.awaitExit(Duration.ofSeconds(10))).isTrue();

        Database second = postgres.start();

        assertThat(query(second, "SELECT answer FROM kept")).isEqualTo("42");
        assertThat(postgres.process()).isPresent();
        postgres.stop();
        assertThat(postgres.process()).isEmpty();
    }

    @Test
    void start_whileOneRuns_takesItOver() throws Exception {
        Database first = postgres.start();
        RunningProcess running = postgres.process().orElseThrow();

        Database second = new EmbeddedPostgres(home.resolve("postgres")).start();

        assertThat(second).isEqualTo(first);
        assertThat(postgres.process().orElseThrow().pid()).isEqualTo(running.pid());
        assertIsDurableAndPrivate(second);
    }

    @Test
    void start_damagedPrograms_tellsSoAndWhatToDo() throws Exception {
        Properties bundled = new Properties();
        try (InputStream in = EmbeddedPostgres.class.getResourceAsStream("postgres.properties")) {
            bundled.load(in);
        }
        Path programs =
                Files.createDirectories(home.resolve("postgres/programs").resolve(bundled.getProperty("version")));

        assertThatThrownBy(postgres::start)
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("PostgreSQL's programs in " + programs + " do not run: ")
                .hasMessageContaining("delete that directory");
    }

    private void assertIsDurableAndPrivate(Database database) throws Exception {
        assertThat(query(database, "SHOW fsync")).isEqualTo("on");
        assertThat(query(database, "SHOW synchronous_commit")).isEqualTo("on");
        assertThat(query(database, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(query(database, "SELECT rolsuper::text FROM pg_roles WHERE rolname = current_user"))
                .isEqualTo("false");
        Database wrongPassword = new Database(database.jdbcUrl(), database.user(), "guessed");
        assertThatThrownBy(wrongPassword::connect)
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("postgres/cluster"))))
                .isEqualTo("rwx------");
    }

    private static String query(Database database, String query) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getString(1);
        }
    }
}
