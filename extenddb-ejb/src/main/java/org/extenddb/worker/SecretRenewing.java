package org.extenddb.worker;

import jakarta.inject.Inject;
import java.time.Duration;
import org.extenddb.auth.SecretRenewal;
import org.extenddb.cdi.SingleInstance;

/** Encrypts secrets anew while previous keys are configured: old servers may still write under one. */
@SingleInstance
public final class SecretRenewing implements BackgroundWork {
    private static final String LEASE = "secret-renewing";

    private final SecretRenewal renewal;
    private final Leases leases;

    @Inject
    public SecretRenewing(SecretRenewal renewal, Leases leases) {
        this.renewal = renewal;
        this.leases = leases;
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(5);
    }

    @Override
    public void run() {
        if (renewal.isRotating() && leases.hold(LEASE)) {
            renewal.renew();
        }
    }
}
