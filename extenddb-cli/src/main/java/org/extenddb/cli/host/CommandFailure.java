package org.extenddb.cli.host;

/** A command cannot go on. The message is the one line that the user reads: what is wrong and what to do. */
public final class CommandFailure extends RuntimeException {
    public CommandFailure(String message) {
        super(message);
    }

    public CommandFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
