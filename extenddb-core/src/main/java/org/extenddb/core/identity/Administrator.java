package org.extenddb.core.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who administers the installation: of no account, and with no access keys.
 *
 * @param name unique, whatever the case of its letters
 * @param active one who is not cannot sign in, and is signed in no longer
 * @param lastSignInAt null when there was none
 */
public record Administrator(
        String name,
        Password password,
        boolean active,
        Instant createdAt,
        @Nullable Instant lastSignInAt) {
    /** One who is active and has never signed in. */
    public static Administrator of(String name, Password password) {
        return new Administrator(name, password, true, UniqueIds.wholeSecond(Instant.now()), null);
    }

    public Administrator withPassword(Password newPassword) {
        return new Administrator(name, newPassword, active, createdAt, lastSignInAt);
    }

    public Administrator withActive(boolean newActive) {
        return new Administrator(name, password, newActive, createdAt, lastSignInAt);
    }

    public Administrator withSignIn(Instant when) {
        return new Administrator(name, password, active, createdAt, when);
    }
}
