package org.extenddb.core.error;

/** What clients are told when the fault is not theirs. */
public final class MessagesInternal {
    public static final String INTERNAL_SERVER_ERROR = "Internal server error";

    private MessagesInternal() {}
}
