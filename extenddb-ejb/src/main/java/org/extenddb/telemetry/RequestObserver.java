package org.extenddb.telemetry;

/** Sees every request that was answered: the one place for metering, access logs and audit trails. */
public interface RequestObserver {
    /** Called once a request, on the request's thread, just before the answer goes out. Must be quick and must not throw. */
    void answered(AnsweredRequest request);
}
