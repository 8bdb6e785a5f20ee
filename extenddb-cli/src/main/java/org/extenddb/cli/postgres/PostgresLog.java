package org.extenddb.cli.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Finds in PostgreSQL's log why it did not start. */
final class PostgresLog {
    private PostgresLog() {}

    /** The first line that tells a reason, without time and process; else what the starting program said. */
    static String reason(Path log, String otherwise) throws IOException {
        List<String> lines = Files.exists(log) ? Files.readAllLines(log) : List.of();
        return lines.stream()
                .filter(line -> line.contains("FATAL:") || line.contains("PANIC:") || line.contains("could not"))
                .findFirst()
                .map(line -> line.replaceFirst("^.*?(FATAL|PANIC|LOG):\\s*", ""))
                .orElse(otherwise.lines().findFirst().orElse("it says nothing"));
    }
}
