package org.extenddb.cli.liberty;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.extenddb.cli.host.CommandFailure;
import org.extenddb.cli.host.PrivateFiles;
import org.extenddb.cli.host.RunningProcess;

/**
 * The Liberty server with ExtendDB, run from the built installation with its configuration, work area and logs elsewhere. It
 * is a process of its own that outlives this one until it is stopped.
 */
public final class LibertyServer {
    private static final String NAME = "extenddb";
    private static final Duration READY_PATIENCE = Duration.ofMinutes(3);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(30);

    private final Path installation;
    private final Path directory;
    private final Path logs;
    private final LibertyMessages messages;

    /**
     * @param installation the built {@code wlp} directory, which is only read
     * @param directory where the server keeps its configuration and work area
     */
    public LibertyServer(Path installation, Path directory, Path logs) {
        this.installation = installation;
        this.directory = directory;
        this.logs = logs;
        messages = new LibertyMessages(logs.resolve("messages.log"));
    }

    /** Starts the process; it has not begun to listen when this returns. */
    public RunningProcess start(Map<String, String> variables) throws IOException {
        return start("dev.xml", new ServerVariables(variables).toXml("Written at each start of ./extenddb dev"));
    }

    /**
     * The same with a configuration drop-in that is there.
     *
     * @param name what it is called among the drop-ins
     */
    public RunningProcess start(String name, String dropIn) throws IOException {
        Path configuration = directory.resolve("usr/servers").resolve(NAME);
        PrivateFiles.directory(directory);
        PrivateFiles.directory(logs);
        new ServerFiles(installation.resolve("usr/servers").resolve(NAME), configuration).update();
        Path overrides = Files.createDirectories(configuration.resolve("configDropins/overrides"));
        PrivateFiles.write(overrides.resolve(name), dropIn);
        messages.beginNewRun();
        return RunningProcess.of(launch().toHandle());
    }

    private Process launch() throws IOException {
        // nohup: a closed terminal does not take the server with it. It and the script are replaced by the JVM (exec).
        ProcessBuilder builder = new ProcessBuilder(
                        "nohup", installation.resolve("bin/server").toString(), "run", NAME)
                .directory(directory.toFile())
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(logs.resolve("console.log").toFile());
        Map<String, String> environment = builder.environment();
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("WLP_USER_DIR", directory.resolve("usr").toString());
        environment.put("WLP_OUTPUT_DIR", directory.resolve("output").toString());
        environment.put("LOG_DIR", logs.toString());
        // Settings of another server or of another Java must not reach this one.
        environment.keySet().removeAll(List.of("JVM_ARGS", "SERVER_WORKING_DIR", "VARIABLE_SOURCE_DIRS", "PID_DIR"));
        return builder.start();
    }

    /** Returns when the server is ready; fails as soon as it is sure that it will not be. */
    public void awaitReady(RunningProcess process, ReadyCheck check) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + READY_PATIENCE.toNanos();
        while (!check.isReady()) {
            if (!process.isAlive()) {
                throw failure("Liberty ended while it started");
            }
            if (messages.fatal().isPresent()) {
                throw failure("Liberty cannot start ExtendDB");
            }
            if (System.nanoTime() > deadline) {
                throw failure("ExtendDB was not ready after " + READY_PATIENCE.toSeconds() + " s");
            }
            Thread.sleep(200);
        }
    }

    private CommandFailure failure(String what) throws IOException {
        String reason =
                messages.fatal().or(this::firstError).map(text -> ": " + text).orElse("");
        return new CommandFailure(what + reason + " (see ./extenddb logs, or " + logs + ")");
    }

    private Optional<String> firstError() {
        try {
            return messages.firstError();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets requests end and stops the server. Returns when its process is gone. */
    public static void stop(RunningProcess process) {
        process.stop(STOP_PATIENCE);
    }
}
