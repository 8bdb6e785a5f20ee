package org.extenddb.it.outage;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL that keeps what it says it has kept, on one port and in one directory, to be killed and started again. */
public final class DurableDatabase {
    /** After a kill it reads its log from the last checkpoint on, beside whatever else the machine does. */
    private static final Duration START_PATIENCE = Duration.ofMinutes(2);

    private final Path home;
    private final int port;
    private @Nullable EmbeddedPostgres server;

    private DurableDatabase(Path home, int port) {
        this.home = home;
        this.port = port;
    }

    /** Makes an empty one and starts it. */
    public static DurableDatabase create() throws IOException {
        Path home = Files.createTempDirectory("extenddb-crash");
        DurableDatabase database = new DurableDatabase(home, freePort());
        database.start();
        Runtime.getRuntime().addShutdownHook(new Thread(database::killQuietly));
        return database;
    }

    /** Starts it again as it was. */
    public void start() throws IOException {
        server = EmbeddedPostgres.builder()
                .setPort(port)
                .setPGStartupWait(START_PATIENCE)
                .setOverrideWorkingDirectory(home.toFile())
                .setDataDirectory(home.resolve("data"))
                .setCleanDataDirectory(false)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", "200")
                .setErrorRedirector(
                        Redirect.appendTo(home.resolve("postgres.log").toFile()))
                .setOutputRedirector(
                        Redirect.appendTo(home.resolve("postgres.log").toFile()))
                .start();
    }

    /** Kills every process of it at once, if there are any. */
    public void kill() throws IOException {
        List<ProcessHandle> family = postmaster().stream()
                .flatMap(postmaster -> Stream.concat(Stream.of(postmaster), postmaster.descendants()))
                .toList();
        family.forEach(ProcessHandle::destroyForcibly);
        family.forEach(process -> process.onExit().join());
        if (server != null) {
            server.close(); // finds nobody to stop, and gives back its lock on the directory
        }
    }

    /** With user and password in it. */
    public String jdbcUrl() {
        return "jdbc:postgresql://localhost:" + port + "/postgres?user=postgres&password=postgres";
    }

    public int port() {
        return port;
    }

    /** False after a kill, and where a start has failed. */
    public boolean isRunning() throws IOException {
        return postmaster().isPresent();
    }

    private Optional<ProcessHandle> postmaster() throws IOException {
        Path file = home.resolve("data/postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(Files.readAllLines(file).get(0).strip()));
    }

    private void killQuietly() {
        try {
            kill();
        } catch (IOException | RuntimeException e) {
            // It is dead already.
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
