package org.extenddb.core.identity;

import java.time.Instant;
import java.util.UUID;

/**
 * A password as it is kept.
 *
 * @param hash Argon2id with its parameters and salt, in the form {@code $argon2id$v=19$m=...}
 * @param mustChange whether its owner has to choose another one before anything else
 * @param stamp new with every password: what was granted under another one holds no longer
 */
public record Password(String hash, boolean mustChange, String stamp, Instant changedAt) {
    /** A password that was set just now. */
    public static Password of(String hash, boolean mustChange) {
        return new Password(hash, mustChange, UUID.randomUUID().toString(), UniqueIds.wholeSecond(Instant.now()));
    }

    public Password withMustChange(boolean newMustChange) {
        return new Password(hash, newMustChange, stamp, changedAt);
    }

    /** Says nothing of the hash. */
    @Override
    public String toString() {
        return "Password[" + changedAt + "]";
    }
}
