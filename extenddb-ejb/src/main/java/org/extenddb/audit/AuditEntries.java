package org.extenddb.audit;

import java.time.Instant;
import org.extenddb.core.audit.AuditEntry;
import org.extenddb.core.audit.AuditOutcome;

/** Entries about what servers do by themselves. */
final class AuditEntries {
    static final String LOST = "audit:Lost";
    static final String TRIM = "audit:Trim";

    private AuditEntries() {}

    /** So many came faster than they could be written. */
    static AuditEntry lost(long count, String server) {
        return own(LOST, AuditOutcome.FAILED, count + " entries", server);
    }

    /** So many were older than they have to be kept. */
    static AuditEntry trimmed(long count, Instant olderThan, String server) {
        return own(TRIM, AuditOutcome.ALLOWED, count + " records older than " + olderThan, server);
    }

    /** Something was let in by the configuration. */
    static AuditEntry let(String action, String account, String resource, String server) {
        return new AuditEntry(
                Instant.now(), server, "server", account, "", action, resource, "", "", AuditOutcome.ALLOWED, "", "");
    }

    private static AuditEntry own(String action, AuditOutcome outcome, String detail, String server) {
        return new AuditEntry(Instant.now(), server, "server", "", "", action, "", "", "", outcome, "", detail);
    }
}
