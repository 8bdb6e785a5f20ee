package org.extenddb.auth.signin;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.config.SignInConfig;
import org.extenddb.core.identity.Lockout;
import org.extenddb.core.storage.SignInAttempts;
import org.jspecify.annotations.Nullable;

/** Attempts to sign in, and the locks that come of them. */
@SingleInstance
public final class Attempts {
    private final SignInAttempts store;
    private final Lockout lockout;
    private final Clock clock;

    @Inject
    public Attempts(SignInAttempts store, SignInConfig config) {
        this(store, config, Clock.systemUTC());
    }

    Attempts(SignInAttempts store, SignInConfig config, Clock clock) {
        this.store = store;
        this.lockout = config.lockout();
        this.clock = clock;
    }

    /** Counts one; until when there is a lock, or null when it may go on. */
    @Nullable
    Instant begin(String subject) {
        return store.begin(subject, lockout, clock.instant());
    }

    void forget(String subject) {
        store.succeeded(subject);
    }

    /** Null when there is no lock. */
    @Nullable
    Instant lockedUntil(String subject) {
        return store.lockedUntil(subject, clock.instant());
    }
}
