package org.extenddb.console.value;

/** A text that is no JSON, or no JSON that is meant here. The message is for the person who typed it. */
public final class InvalidJsonException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final long line;
    private final long column;

    public InvalidJsonException(String message, long line, long column) {
        super(message, null, false, false);
        this.line = line;
        this.column = column;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }

    /** From 1. */
    public long line() {
        return line;
    }

    /** From 1. */
    public long column() {
        return column;
    }
}
