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
    private static final Path JAVA = Path.of(System.getProperty("java.home"));
    /** A start that has failed ends or says so; this is for one that goes on, on a machine that has little time for it. */
    private static final Duration READY_PATIENCE = Duration.ofMinutes(10);

    private static final Duration STOP_PATIENCE = Duration.ofSeconds(30);
    private static final Duration RECORDING_PATIENCE = Duration.ofMinutes(3);

    private final Path installation;
    private final Path directory;
    private final Path logs;
    private final LibertyMessages messages;
    private final ClassArchive classes;

    /**
     * @param installation the built {@code wlp} directory, which is only read
     * @param directory where the server keeps its configuration and work area
     */
    public LibertyServer(Path installation, Path directory, Path logs) throws IOException {
        this.installation = installation;
        this.directory = directory;
        this.logs = logs;
        messages = new LibertyMessages(logs.resolve("messages.log"));
        classes = ClassArchive.of(installation, JAVA);
    }

    /** Whether a first run, which {@link #startRecording} starts, would make all later ones start quicker. */
    public boolean shouldRecord() {
        return !classes.exists() && classes.canBeRecorded();
    }

    /** Starts the process for {@link #stopRecording} to end as soon as it is ready; Liberty's own metrics are not gathered. */
    public RunningProcess startRecording(Map<String, String> variables) throws IOException {
        configure("dev.xml", devDropIn(variables), classes.recordingOptions());
        return run(Map.of("WLP_SKIP_BOOTSTRAP_AGENT", "true"));
    }

    /** Stops the server and keeps what it has recorded. */
    public void stopRecording(RunningProcess process) throws IOException {
        process.stop(RECORDING_PATIENCE);
        classes.keep();
    }

    /** Starts the process; it has not begun to listen when this returns. */
    public RunningProcess start(Map<String, String> variables) throws IOException {
        return start("dev.xml", devDropIn(variables));
    }

    /**
     * The same with a configuration drop-in that is there.
     *
     * @param name what it is called among the drop-ins
     */
    public RunningProcess start(String name, String dropIn) throws IOException {
        configure(name, dropIn, classes.options());
        return run(Map.of());
    }

    private static String devDropIn(Map<String, String> variables) {
        return new ServerVariables(variables).toXml("Written at each start of ./extenddb dev");
    }

    private void configure(String name, String dropIn, List<String> javaOptions) throws IOException {
        Path user = directory.resolve("usr");
        Path configuration = user.resolve("servers").resolve(NAME);
        PrivateFiles.directory(directory);
        PrivateFiles.directory(logs);
        new ServerFiles(installation.resolve("usr/servers").resolve(NAME), configuration).update();
        Path overrides = Files.createDirectories(configuration.resolve("configDropins/overrides"));
        PrivateFiles.write(overrides.resolve(name), dropIn);
        // Read before the server's own jvm.options, and by no other server.
        PrivateFiles.write(
                Files.createDirectories(user.resolve("shared")).resolve("jvm.options"), String.join("\n", javaOptions));
        messages.beginNewRun();
    }

    private RunningProcess run(Map<String, String> variables) throws IOException {
        // nohup: a closed terminal does not take the server with it. It and the script are replaced by the JVM (exec).
        ProcessBuilder builder = new ProcessBuilder(
                        "nohup", installation.resolve("bin/server").toString(), "run", NAME)
                .directory(directory.toFile())
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(logs.resolve("console.log").toFile());
        Map<String, String> environment = builder.environment();
        environment.put("JAVA_HOME", JAVA.toString());
        environment.put("WLP_USER_DIR", directory.resolve("usr").toString());
        environment.put("WLP_OUTPUT_DIR", directory.resolve("output").toString());
        environment.put("LOG_DIR", logs.toString());
        // Settings of another server or of another Java must not reach this one.
        environment.keySet().removeAll(List.of("JVM_ARGS", "SERVER_WORKING_DIR", "VARIABLE_SOURCE_DIRS", "PID_DIR"));
        environment.putAll(variables);
        return RunningProcess.of(builder.start().toHandle());
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
