package org.extenddb.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.extenddb.cli.dev.DevHome;
import org.extenddb.cli.host.CommandFailure;
import org.extenddb.cli.postgres.EmbeddedPostgres;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code extenddb logs}. */
@Command(name = "logs", mixinStandardHelpOptions = true, description = "Prints the end of the server's log.")
final class LogsCommand implements Callable<Integer> {
    private static final long POLL_MILLIS = 300;

    @Spec
    private CommandSpec spec;

    @Option(
            names = {"-n", "--lines"},
            defaultValue = "100",
            description = "How many lines (${DEFAULT-VALUE}).")
    private int lines;

    @Option(
            names = {"-f", "--follow"},
            description = "Go on with what is logged from now on, until Ctrl-C.")
    private boolean follow;

    @Option(names = "--postgres", description = "The embedded PostgreSQL's log.")
    private boolean postgres;

    @Override
    public Integer call() throws Exception {
        DevHome home = DevHome.of(System.getenv());
        Path log = postgres
                ? new EmbeddedPostgres(home.postgres()).log()
                : home.logs().resolve("messages.log");
        if (!Files.exists(log)) {
            throw new CommandFailure("There is no log yet (" + log + "); start the server with ./extenddb dev.");
        }
        print(log);
        return CommandLine.ExitCode.OK;
    }

    private void print(Path log) throws Exception {
        @Nullable Object file = fileKey(log);
        BufferedReader reader = Files.newBufferedReader(log);
        try {
            printEnd(reader);
            while (follow) {
                printRest(reader);
                Thread.sleep(POLL_MILLIS);
                // A server that starts, and one whose log is full, puts the file aside and begins another.
                if (Files.exists(log) && !Objects.equals(file, fileKey(log))) {
                    printRest(reader);
                    reader.close();
                    file = fileKey(log);
                    reader = Files.newBufferedReader(log);
                }
            }
        } finally {
            reader.close();
        }
    }

    private void printEnd(BufferedReader reader) throws IOException {
        Deque<String> end = new ArrayDeque<>();
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            end.addLast(line);
            if (end.size() > lines) {
                end.removeFirst();
            }
        }
        PrintWriter out = spec.commandLine().getOut();
        end.forEach(out::println);
        out.flush();
    }

    private void printRest(BufferedReader reader) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            out.println(line);
        }
        out.flush();
    }

    private static @Nullable Object fileKey(Path log) throws IOException {
        return Files.readAttributes(log, BasicFileAttributes.class).fileKey();
    }
}
