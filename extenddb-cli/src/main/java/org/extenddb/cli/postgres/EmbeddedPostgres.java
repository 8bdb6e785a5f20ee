package org.extenddb.cli.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.extenddb.cli.host.CommandFailure;
import org.extenddb.cli.host.ExternalCommand;
import org.extenddb.cli.host.Ports;
import org.extenddb.cli.host.PrivateFiles;
import org.extenddb.cli.host.RunningProcess;
import org.extenddb.cli.host.Secrets;

/**
 * A PostgreSQL server of our own. It lives in one directory, listens on the loopback address at a port of its choice and wants
 * a generated password. It is a process of its own that outlives this one until it is stopped.
 */
public final class EmbeddedPostgres {
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(30);
    private static final int START_ATTEMPTS = 5;

    private final Path binariesDirectory;
    private final Path cluster;
    private final Path data;
    private final Path log;
    private final Path superuserPassword;
    private final Path rolePassword;

    public EmbeddedPostgres(Path directory) {
        binariesDirectory = directory.resolve("programs");
        cluster = directory.resolve("cluster");
        data = cluster.resolve("data");
        log = cluster.resolve("postgres.log");
        superuserPassword = directory.resolve("superuser.password");
        rolePassword = directory.resolve("extenddb.password");
    }

    public Path log() {
        return log;
    }

    /** Whether {@link #start} has to unpack the programs or make the data directory, which takes seconds. */
    public boolean isNew() {
        return !Files.exists(data) || !PostgresBinaries.areUnpacked(binariesDirectory);
    }

    /** The server's process, whoever started it. */
    public Optional<RunningProcess> process() throws IOException {
        return PostmasterPid.of(data).flatMap(PostmasterPid::process).map(RunningProcess::of);
    }

    /** Starts the server, or takes over the one that still runs on this directory. */
    public Database start() throws IOException {
        PrivateFiles.directory(cluster);
        PostgresBinaries binaries = PostgresBinaries.unpackedIn(binariesDirectory);
        String password = PrivateFiles.readOrCreate(superuserPassword, () -> Secrets.alphanumeric(32));
        PostgresAccount account = PostgresAccount.choose(cluster, binaries);
        if (!Files.exists(data)) {
            new PostgresCluster(cluster, binaries, account).create(password);
        }
        requireSameVersion(binaries);
        Optional<Integer> running = runningPort();
        int port = running.isPresent() ? running.get() : launch(binaries, account);
        return new ExtendDbRole(port, password)
                .database(PrivateFiles.readOrCreate(rolePassword, () -> Secrets.alphanumeric(32)));
    }

    /** Ends all connections and stops the server (PostgreSQL's fast shutdown). Returns when its process is gone. */
    public void stop() throws IOException {
        Optional<RunningProcess> process = process();
        if (process.isEmpty()) {
            return;
        }
        ExternalCommand.run(
                List.of("/bin/sh", "-c", "kill -INT " + process.get().pid()));
        if (!process.get().awaitExit(STOP_PATIENCE)) {
            process.get().stop(STOP_PATIENCE);
        }
    }

    private Optional<Integer> runningPort() throws IOException {
        return PostmasterPid.of(data)
                .filter(postmaster -> postmaster.process().isPresent())
                .map(PostmasterPid::port);
    }

    private int launch(PostgresBinaries binaries, PostgresAccount account) throws IOException {
        if (Files.exists(log)) {
            Files.move(log, cluster.resolve("postgres.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
        for (int attempt = 1; ; attempt++) {
            int port = Ports.free();
            writeSettings(port);
            ExternalCommand.Outcome outcome = account.run(List.of(
                    binaries.program("pg_ctl").toString(),
                    "start",
                    "--wait",
                    "--timeout=120",
                    "--silent",
                    "--pgdata=" + data,
                    "--log=" + log));
            if (outcome.succeeded()) {
                return port;
            }
            if (attempt == START_ATTEMPTS || !mayPassByItself()) {
                throw new CommandFailure("PostgreSQL does not start: " + PostgresLog.reason(log, outcome.output())
                        + " (all of it: " + log + ")");
            }
            pause();
        }
    }

    /** Another program took the port, or the processes of a killed server are still on their way out. */
    private boolean mayPassByItself() throws IOException {
        String text = Files.exists(log) ? Files.readString(log) : "";
        return text.contains("Address already in use") || text.contains("still in use");
    }

    private void writeSettings(int port) throws IOException {
        // Written in place: the file keeps the owner that PostgreSQL can read.
        Files.writeString(
                data.resolve(PostgresCluster.SETTINGS_FILE),
                PostgresSettings.on(port),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING);
    }

    private void requireSameVersion(PostgresBinaries binaries) throws IOException {
        String found = Files.readString(data.resolve("PG_VERSION")).strip();
        if (!found.equals(binaries.majorVersion())) {
            throw new CommandFailure(
                    "The data in %s is PostgreSQL %s's and this ExtendDB brings PostgreSQL %s: start it with the ExtendDB that wrote it, or begin anew with --reset."
                            .formatted(data, found, binaries.majorVersion()));
        }
    }

    private static void pause() {
        try {
            Thread.sleep(500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("interrupted", e);
        }
    }
}
