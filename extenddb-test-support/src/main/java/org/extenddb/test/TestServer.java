package org.extenddb.test;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * The PostgreSQL server of one JVM's tests: the one that {@value #URL_VARIABLE} names, else a container, else the embedded
 * binaries. It ends with the JVM.
 */
final class TestServer {
    /** A JDBC URL, user and password included, whose user may create databases. */
    static final String URL_VARIABLE = "EXTENDDB_TEST_JDBC_URL";

    private static final String IMAGE = "postgres:18-alpine";

    /** Unpacking and initialising it takes seconds, on a busy machine many. */
    private static final Duration START_PATIENCE = Duration.ofMinutes(2);

    private TestServer() {}

    static String url() {
        return Holder.URL;
    }

    private static String start() {
        String given = System.getenv(URL_VARIABLE);
        if (given != null && !given.isBlank()) {
            return given;
        }
        return DockerClientFactory.instance().isDockerAvailable() ? startContainer() : startEmbedded();
    }

    private static String startContainer() {
        @SuppressWarnings("resource") // lives as long as the JVM
        PostgreSQLContainer container = new PostgreSQLContainer(IMAGE);
        container.start();
        return container.getJdbcUrl() + "&user=" + container.getUsername() + "&password=" + container.getPassword();
    }

    /** With fsync off, the embedded server's default: tests need no durability, benchmarks bring their own server. */
    private static String startEmbedded() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "200")
                    .setPGStartupWait(START_PATIENCE)
                    .start();
            return server.getJdbcUrl("postgres", "postgres");
        } catch (IOException e) {
            throw new UncheckedIOException("the embedded PostgreSQL did not start", e);
        }
    }

    private static final class Holder {
        private static final String URL = start();
    }
}
