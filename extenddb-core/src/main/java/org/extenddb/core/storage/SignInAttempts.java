package org.extenddb.core.storage;

import java.time.Instant;
import org.extenddb.core.identity.Lockout;
import org.jspecify.annotations.Nullable;

/** Counts attempts to sign in, of all servers together. An attempt counts before it is known how it ends, so none escapes by being quick. */
public interface SignInAttempts {
    /**
     * Counts one, unless there is a lock.
     *
     * @param subject who it is that signs in, whether there is such a one or not
     * @return until when nobody may try; null when this attempt may go on
     * @throws StorageUnavailableException when it could not be counted; then it may not go on
     */
    @Nullable
    Instant begin(String subject, Lockout lockout, Instant now);

    /** The last attempt was good: all are forgotten. */
    void succeeded(String subject);

    /** Until when there is a lock; null when there is none. */
    @Nullable
    Instant lockedUntil(String subject, Instant now);
}
