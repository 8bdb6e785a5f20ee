package org.extenddb.worker;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.extenddb.audit.AuditLog;
import org.extenddb.audit.AuditTrimming;
import org.extenddb.cdi.SingleInstance;

/** Writes what waits for the audit log twice a second, and takes away what is too old once an hour. */
@SingleInstance
public final class AuditWriting implements BackgroundWork {
    private static final String LEASE = "audit-trimming";
    private static final Duration TRIM_INTERVAL = Duration.ofHours(1);

    private final AuditLog log;
    private final AuditTrimming trimming;
    private final Leases leases;
    private Instant nextTrim = Instant.now().plus(Duration.ofMinutes(1));

    @Inject
    public AuditWriting(AuditLog log, AuditTrimming trimming, Leases leases) {
        this.log = log;
        this.trimming = trimming;
        this.leases = leases;
    }

    @Override
    public Duration pause() {
        return Duration.ofMillis(500);
    }

    @Override
    public synchronized void run() {
        log.flush();
        Instant now = Instant.now();
        if (!now.isBefore(nextTrim)) {
            nextTrim = now.plus(TRIM_INTERVAL);
            if (leases.hold(LEASE)) {
                trimming.trim(now);
            }
        }
    }
}
