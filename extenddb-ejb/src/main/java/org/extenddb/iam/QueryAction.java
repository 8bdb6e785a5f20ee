package org.extenddb.iam;

/** One action of IAM or STS. Stateless. */
public interface QueryAction {
    /** The value of the parameter Action. */
    String name();

    /** Whether the answer has an element for results; actions that return nothing have none. */
    default boolean hasResult() {
        return true;
    }

    /**
     * Whether what it changes takes effect together with its record in the audit log, and not at all when it throws. Not where some of it
     * has to stay when it fails.
     */
    default boolean isAtomic() {
        return true;
    }

    /**
     * Checks the parameters, has the call authorized, does it and writes the result's members. A call that was neither
     * authorized nor said to need no permission fails, whatever it did.
     *
     * @throws org.extenddb.core.queryprotocol.QueryException with AWS's own error and text
     * @throws org.extenddb.core.error.DynamoDbException ValidationException for broken constraints, AccessDeniedException
     */
    void answer(ActionCall call);
}
