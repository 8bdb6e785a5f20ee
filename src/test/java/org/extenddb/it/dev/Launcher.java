package org.extenddb.it.dev;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * {@code ./extenddb} with a home of its own.
 *
 * @param home what EXTENDDB_HOME names
 */
record Launcher(Path home) {
    private static final Path TOP = Path.of("../..").toAbsolutePath().normalize();
    private static final long PATIENCE_MINUTES = 6;

    /** How a run ended, and what it printed. */
    record Run(int exitCode, String output) {}

    /** For what this build has built: the launcher takes it for up to date. */
    static Launcher withNewHome() throws IOException {
        Files.writeString(TOP.resolve("extenddb-ear/target/dev-build.stamp"), "");
        return new Launcher(Files.createTempDirectory("extenddb-dev-it"));
    }

    Run run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(TOP.resolve("extenddb").toString()));
        command.addAll(List.of(arguments));
        // To a file: a server that stays in the background must not keep a pipe open.
        Path output = Files.createTempFile(home, "run", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectOutput(output.toFile());
        builder.environment().put("EXTENDDB_HOME", home.toString());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException("still running: " + command + "\n" + Files.readString(output));
        }
        return new Run(process.exitValue(), Files.readString(output));
    }

    /** What a shell has after {@code . aws.env}. */
    Map<String, String> environment() throws IOException, InterruptedException {
        Process shell = new ProcessBuilder(
                        "/bin/sh",
                        "-c",
                        ". \"$0\" && env",
                        home.resolve("aws.env").toString())
                .start();
        String variables = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        shell.waitFor();
        return variables
                .lines()
                .filter(line -> line.startsWith("AWS_"))
                .map(line -> line.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }

    /** The command lines of all processes that have to do with this home. */
    List<String> processes() {
        return ProcessHandle.allProcesses()
                .flatMap(process -> process.info().commandLine().stream())
                .filter(line -> line.contains(home.toString()))
                .toList();
    }
}
