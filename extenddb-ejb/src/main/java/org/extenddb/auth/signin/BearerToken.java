package org.extenddb.auth.signin;

import java.time.Instant;

/**
 * What stands for somebody who has signed in: sealed, and stored nowhere.
 *
 * @param text letters, digits, {@code -} and {@code _}
 * @param expiresAt when it is good no longer, unless the password is changed or its owner deactivated before
 */
public record BearerToken(String text, Instant expiresAt) {
    /** Says nothing of the token. */
    @Override
    public String toString() {
        return "BearerToken[until " + expiresAt + "]";
    }
}
