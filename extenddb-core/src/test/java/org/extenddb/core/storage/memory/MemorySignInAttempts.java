package org.extenddb.core.storage.memory;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.extenddb.core.identity.Lockout;
import org.extenddb.core.storage.SignInAttempts;
import org.jspecify.annotations.Nullable;

/** Attempts to sign in, counted in memory. */
public final class MemorySignInAttempts implements SignInAttempts {
    private final Map<String, Count> counts = new HashMap<>();

    private record Count(
            int attempts, Instant last, @Nullable Instant lockedUntil) {}

    @Override
    public synchronized @Nullable Instant begin(String subject, Lockout lockout, Instant now) {
        Instant locked = lockedUntil(subject, now);
        if (locked != null) {
            return locked;
        }
        Count before = counts.get(subject);
        int attempt =
                before == null || before.last().isBefore(lockout.forgottenBefore(now)) ? 1 : before.attempts() + 1;
        counts.put(subject, new Count(attempt, now, lockout.lockedUntil(attempt, now)));
        return null;
    }

    @Override
    public synchronized void succeeded(String subject) {
        counts.remove(subject);
    }

    @Override
    public synchronized @Nullable Instant lockedUntil(String subject, Instant now) {
        Count count = counts.get(subject);
        return count == null
                        || count.lockedUntil() == null
                        || !count.lockedUntil().isAfter(now)
                ? null
                : count.lockedUntil();
    }
}
