package org.extenddb.cli.remote;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.extenddb.cli.host.CommandFailure;
import org.extenddb.cli.host.Terminal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a password or another secret comes from: never from the command line, which others on the machine can see. */
public final class Passwords {
    @Option(names = "--password-stdin", description = "Read it from the standard input, the first line.")
    private boolean fromStandardInput;

    @Option(names = "--password-file", paramLabel = "FILE", description = "Read it from a file, the first line.")
    private @Nullable Path file;

    /** @param what is asked for at the terminal */
    public String read(String what) throws IOException {
        Path given = file;
        if (given != null) {
            try (BufferedReader reader = Files.newBufferedReader(given)) {
                return line(reader, given.toString());
            }
        }
        if (fromStandardInput) {
            return line(
                    new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)), "the standard input");
        }
        return Terminal.find()
                .map(terminal -> terminal.readPassword("%s: ", what))
                .map(String::new)
                .orElseThrow(() -> new CommandFailure(
                        "There is no terminal to ask for it: use --password-stdin or --password-file."));
    }

    /** A new one: typed twice at a terminal. */
    public String readNew(String what) throws IOException {
        String password = read(what);
        if (file == null && !fromStandardInput && !password.equals(read(what + ", again"))) {
            throw new CommandFailure("The two are not the same.");
        }
        return password;
    }

    private static String line(BufferedReader reader, String where) throws IOException {
        String line = reader.readLine();
        if (line == null || line.isEmpty()) {
            throw new CommandFailure("There is no password in " + where + ".");
        }
        return line;
    }
}
