package org.extenddb.cli.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What PostgreSQL's {@code postmaster.pid} says of the server that runs, or ran, on a data directory. */
record PostmasterPid(long pid, int port) {
    private static final int LINE_OF_PID = 0;
    private static final int LINE_OF_PORT = 3;

    /** Empty where there is no such file, or one that a starting server has not finished. */
    static Optional<PostmasterPid> of(Path dataDirectory) throws IOException {
        Path file = dataDirectory.resolve("postmaster.pid");
        return Files.exists(file) ? parse(Files.readAllLines(file)) : Optional.empty();
    }

    static Optional<PostmasterPid> parse(List<String> lines) {
        if (lines.size() <= LINE_OF_PORT) {
            return Optional.empty();
        }
        try {
            return Optional.of(new PostmasterPid(
                    Long.parseLong(lines.get(LINE_OF_PID).strip()),
                    Integer.parseInt(lines.get(LINE_OF_PORT).strip())));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** The process, if it is alive and a PostgreSQL: after a crash another program may have got its id. */
    Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(PostmasterPid::isPostgres);
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info().command().map(path -> path.endsWith("postgres")).orElse(true);
    }
}
