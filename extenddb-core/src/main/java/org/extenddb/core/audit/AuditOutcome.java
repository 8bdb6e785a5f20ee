package org.extenddb.core.audit;

/** How it ended. */
public enum AuditOutcome {
    ALLOWED,
    /** Nobody who may. */
    DENIED,
    /** Whoever it was might have done it, and it could not be done. */
    FAILED
}
