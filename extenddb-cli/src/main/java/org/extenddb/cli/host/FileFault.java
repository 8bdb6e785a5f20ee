package org.extenddb.cli.host;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Files that the system does not let us have, which a person can mend and a trace of our calls does not explain. */
public final class FileFault {
    /** strerror's text for ENOSPC and EDQUOT: Java has no exceptions of their own for them. */
    private static final String DISK_FULL = "No space left on device";

    private static final String QUOTA_REACHED = "Disk quota exceeded";

    private FileFault() {}

    /** The line that tells what to do; empty where the failure is of another kind. */
    public static Optional<String> lineOf(Throwable failure) {
        for (@Nullable Throwable it = failure; it != null; it = it.getCause()) {
            if (it instanceof IOException io) {
                Optional<String> line = line(io);
                if (line.isPresent()) {
                    return line;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> line(IOException failure) {
        String message = String.valueOf(failure.getMessage());
        if (message.contains(DISK_FULL) || message.contains(QUOTA_REACHED)) {
            return Optional.of(
                    "The disk is full (" + message + "); free some of it, or set EXTENDDB_HOME to a larger disk.");
        }
        if (failure instanceof AccessDeniedException denied) {
            return Optional.of("You may not use " + denied.getFile()
                    + "; run as its owner, or set EXTENDDB_HOME to a directory of your own.");
        }
        return Optional.empty();
    }
}
