package org.extenddb.core.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What lets a user of IAM sign in to the console.
 *
 * @param identityId the user's unique id
 * @param lastSignInAt null when there was none
 */
public record LoginProfile(
        String identityId,
        Password password,
        Instant createdAt,
        @Nullable Instant lastSignInAt) {
    /** Of a user who has never signed in. */
    public static LoginProfile of(String identityId, Password password) {
        return new LoginProfile(identityId, password, UniqueIds.wholeSecond(Instant.now()), null);
    }

    public LoginProfile withPassword(Password newPassword) {
        return new LoginProfile(identityId, newPassword, createdAt, lastSignInAt);
    }

    public LoginProfile withSignIn(Instant when) {
        return new LoginProfile(identityId, password, createdAt, when);
    }
}
