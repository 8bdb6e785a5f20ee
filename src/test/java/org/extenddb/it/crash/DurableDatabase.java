package org.extenddb.it.crash;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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

    /** Kills every process of it at once. */
    public void kill() throws IOException {
        ProcessHandle postmaster = postmaster();
        List<ProcessHandle> family =
                Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
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

    private ProcessHandle postmaster() throws IOException {
        long pid = Long.parseLong(
                Files.readAllLines(home.resolve("data/postmaster.pid")).get(0).strip());
        return ProcessHandle.of(pid).orElseThrow();
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
