package org.extenddb.auth.signin;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import org.extenddb.auth.Keyring;
import org.extenddb.auth.Seal;
import org.extenddb.auth.SecretUnreadableException;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.config.SignInConfig;
import org.jspecify.annotations.Nullable;

/** Bearer tokens, sealed under the installation's key as session tokens are: every server can read them, and nobody else. */
@SingleInstance
public final class BearerTokens {
    private static final String PURPOSE = "extenddb-bearer-token";

    /** Beyond this no token is ours. */
    private static final int MAX_LENGTH = 2_000;

    private final Seal seal;
    private final SignInConfig config;
    private final Clock clock;

    @Inject
    public BearerTokens(Keyring keys, SignInConfig config) {
        this(keys, config, Clock.systemUTC());
    }

    BearerTokens(Keyring keys, SignInConfig config, Clock clock) {
        this.seal = new Seal(keys, PURPOSE);
        this.config = config;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    /** A token for somebody who signed in at this time. */
    BearerToken issue(Login login, Instant signedInAt) {
        Instant last = signedInAt.plus(config.longest());
        Instant next = clock.instant().plus(config.tokenLife());
        Instant expiresAt = next.isBefore(last) ? next : last;
        TokenClaims claims =
                new TokenClaims(login.account(), login.id(), login.password().stamp(), signedInAt, expiresAt);
        byte[] sealed = seal.close(claims.encode(), PURPOSE);
        return new BearerToken(Base64.getUrlEncoder().withoutPadding().encodeToString(sealed), expiresAt);
    }

    /** What a token says; null when it is none of ours, was altered, or has expired. */
    @Nullable
    TokenClaims open(String token) {
        if (token.length() > MAX_LENGTH) {
            return null;
        }
        try {
            TokenClaims claims =
                    TokenClaims.decode(seal.open(Base64.getUrlDecoder().decode(token), PURPOSE));
            return clock.instant().isBefore(claims.expiresAt()) ? claims : null;
        } catch (IllegalArgumentException | SecretUnreadableException e) {
            return null;
        }
    }
}
