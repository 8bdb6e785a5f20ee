package org.extenddb.core.iam.condition;

/** A condition names an operator that there is not. Carries no stack trace. */
public final class UnknownOperatorException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnknownOperatorException(String name) {
        super(name, null, false, false);
    }
}
