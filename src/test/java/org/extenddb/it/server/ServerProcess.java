package org.extenddb.it.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A running server, which ends with this JVM, however this JVM ends. */
final class ServerProcess {
    private static final int STOP_SECONDS = 20;

    /**
     * Runs a command until it ends or the shell's input does. At the other end of the input is this JVM: where it is killed the
     * input ends too. The server's script replaces itself by Java, so that its process is Java's.
     */
    private static final String RUN_WHILE_INPUT_IS_OPEN = """
            exec 3<&0
            "$@" 3<&- </dev/null &
            server=$!
            { cat <&3; kill -KILL $server; } >/dev/null 2>&1 &
            guard=$!
            wait $server
            kill $guard
            """;

    private final Process shell;

    private ServerProcess(Process shell) {
        this.shell = shell;
    }

    static ServerProcess run(ServerDirectory directory, Path logs, Map<String, String> variables) {
        ProcessBuilder builder = new ProcessBuilder(
                        "/bin/sh",
                        "-c",
                        RUN_WHILE_INPUT_IS_OPEN,
                        "sh",
                        directory.installation().resolve("bin/server").toString(),
                        "run",
                        directory.name())
                .redirectErrorStream(true)
                .redirectOutput(directory.user().resolveSibling("console.log").toFile());
        Map<String, String> environment = builder.environment();
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("WLP_USER_DIR", directory.user().toString());
        environment.put("LOG_DIR", logs.toString());
        environment.put("JVM_ARGS", RecordedClasses.option(directory.installation()));
        environment.putAll(variables);
        try {
            return new ServerProcess(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isAlive() {
        return shell.isAlive();
    }

    /** The Java process: the shell's only child of that name. */
    long javaPid() {
        return shell.descendants()
                .filter(process -> process.info()
                        .command()
                        .filter(it -> it.endsWith("java"))
                        .isPresent())
                .findFirst()
                .orElseThrow()
                .pid();
    }

    /** Kills it: it keeps nothing, and its database, which ends with this JVM too, may be gone already. */
    void stop() {
        try {
            shell.getOutputStream().close();
            if (!shell.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                shell.destroyForcibly();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
