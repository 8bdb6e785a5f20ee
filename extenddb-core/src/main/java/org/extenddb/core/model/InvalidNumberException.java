package org.extenddb.core.model;

/** A text that is no DynamoDB number, or a result that does not fit one. The message is DynamoDB's own. Carries no stack trace. */
public final class InvalidNumberException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String text;

    public InvalidNumberException(String text) {
        super(text, null, false, false);
        this.text = text;
    }

    /** DynamoDB's bare words. */
    public String text() {
        return text;
    }
}
