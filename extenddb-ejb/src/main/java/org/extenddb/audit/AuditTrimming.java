package org.extenddb.audit;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.config.AuditConfig;
import org.extenddb.core.storage.AuditStore;

/** Takes records away that are older than they have to be kept. The chain begins with an anchor then, and can be verified from there. */
@SingleInstance
public final class AuditTrimming {
    private static final int CHUNK = 5_000;

    private final AuditStore store;
    private final AuditLog log;
    private final ServerName server;
    private final Duration retention;

    @Inject
    public AuditTrimming(AuditStore store, AuditLog log, ServerName server, AuditConfig config) {
        this.store = store;
        this.log = log;
        this.server = server;
        this.retention = config.retention();
    }

    /** How many went. */
    public int trim(Instant now) {
        if (retention.isZero()) {
            return 0;
        }
        Instant olderThan = now.minus(retention);
        int trimmed = 0;
        int chunk = CHUNK;
        while (chunk == CHUNK) {
            chunk = store.trim(olderThan, CHUNK, log.chain());
            trimmed += chunk;
        }
        if (trimmed > 0) {
            log.write(AuditEntries.trimmed(trimmed, olderThan, server.get()));
        }
        return trimmed;
    }
}
