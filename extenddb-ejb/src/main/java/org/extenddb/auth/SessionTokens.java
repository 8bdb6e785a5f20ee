package org.extenddb.auth;

import jakarta.inject.Inject;
import java.util.Base64;
import org.extenddb.cdi.SingleInstance;
import org.jspecify.annotations.Nullable;

/**
 * Session tokens: what they say, sealed under the installation's key. No server keeps anything of a session, and every server can
 * read its token.
 */
@SingleInstance
public final class SessionTokens {
    private static final String PURPOSE = "extenddb-session-token";

    /** Beyond this no token is ours: headers end at 32 KiB. */
    private static final int MAX_LENGTH = 24_000;

    private final Seal seal;

    @Inject
    public SessionTokens(Keyring keys) {
        this.seal = new Seal(keys, PURPOSE);
    }

    /** @throws SecretUnreadableException when there is no usable key */
    public String seal(SessionClaims claims) {
        return Base64.getEncoder().encodeToString(seal.close(SessionClaimsCodec.encode(claims), PURPOSE));
    }

    /** What a token says; null when it is none of ours, or was altered. It may have expired. */
    @Nullable
    SessionClaims open(String token) {
        if (token.length() > MAX_LENGTH) {
            return null;
        }
        try {
            return SessionClaimsCodec.decode(seal.open(Base64.getDecoder().decode(token), PURPOSE));
        } catch (IllegalArgumentException | SecretUnreadableException e) {
            return null;
        }
    }
}
