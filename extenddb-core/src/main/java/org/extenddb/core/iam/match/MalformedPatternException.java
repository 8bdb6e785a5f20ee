package org.extenddb.core.iam.match;

/** A pattern or a value of a policy that is none. Carries no stack trace. */
public final class MalformedPatternException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public MalformedPatternException(String message) {
        super(message, null, false, false);
    }
}
