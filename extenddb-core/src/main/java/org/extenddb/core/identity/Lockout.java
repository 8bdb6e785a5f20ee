package org.extenddb.core.identity;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When somebody has tried too often. From the attempt that uses up what is free, each one locks for twice as long as the one before.
 *
 * @param attempts so many in a row are free
 * @param longest no lock is longer; after as long a pause, attempts are counted anew
 */
public record Lockout(int attempts, Duration longest) {
    private static final Duration FIRST = Duration.ofMinutes(1);

    /** Beyond this the longest lock is reached whatever it is. */
    private static final int MAX_DOUBLINGS = 20;

    /**
     * Until when nobody may try again, should this attempt fail; null when another one is free.
     *
     * @param attempt which one in a row it is, from 1
     */
    public @Nullable Instant lockedUntil(int attempt, Instant now) {
        if (attempt < attempts) {
            return null;
        }
        Duration lock = FIRST.multipliedBy(1L << Math.min(MAX_DOUBLINGS, attempt - attempts));
        return now.plus(lock.compareTo(longest) < 0 ? lock : longest);
    }

    /** Attempts before this count no longer. */
    public Instant forgottenBefore(Instant now) {
        return now.minus(longest);
    }
}
