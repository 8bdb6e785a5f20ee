package org.extenddb.core.iam;

/** A policy that is none, in AWS's words: the text of MalformedPolicyDocument. Carries no stack trace. */
public final class MalformedPolicyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MalformedPolicyException(String message) {
        super(message, null, false, false);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
