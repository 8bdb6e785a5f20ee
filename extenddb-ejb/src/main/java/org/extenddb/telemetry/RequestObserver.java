package org.extenddb.telemetry;

/** Sees every request that was answered: the one place for metering, access logs and audit trails. */
public interface RequestObserver {
    /**
     * Called where a change of accounts and identities is about to be committed, in its transaction: what is stored here is committed with it, and
     * what is thrown undoes it. {@link #answered} is called for it later on as well, and learns that it was called here.
     */
    default void changing(AnsweredRequest request) {}

    /** Called once a request, on the request's thread, just before the answer goes out. Must be quick and must not throw. */
    void answered(AnsweredRequest request);
}
