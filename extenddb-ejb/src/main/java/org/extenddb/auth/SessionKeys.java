package org.extenddb.auth;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Inject;
import java.time.Duration;
import org.extenddb.cdi.SingleInstance;
import org.jspecify.annotations.Nullable;

/**
 * Temporary credentials that are in use, by their tokens: opened once, not with each request. Only tokens that this installation
 * sealed are kept, so nobody else can fill the memory.
 */
@SingleInstance
public final class SessionKeys {
    private static final long MAX_CHARACTERS = 32L << 20;
    private static final Duration UNUSED = Duration.ofMinutes(15);

    private final SessionTokens tokens;
    private final IdentityRightsCache rights;
    private final IdentityRightsReader reader;
    private final Cache<String, Session> sessions = Caffeine.newBuilder()
            .maximumWeight(MAX_CHARACTERS)
            .weigher((String token, Session session) ->
                    token.length() + session.claims().characters() + 1_000)
            .expireAfterAccess(UNUSED)
            .build();

    /** A session that was opened. */
    record Session(AccessKey key, SessionClaims claims) {}

    @Inject
    public SessionKeys(SessionTokens tokens, IdentityRightsCache rights, IdentityRightsReader reader) {
        this.tokens = tokens;
        this.rights = rights;
        this.reader = reader;
    }

    /** The credentials that a token is part of; null when it is none of ours, or belongs to another access key. */
    @Nullable
    Session find(String token, String accessKeyId) {
        Session session = sessions.getIfPresent(token);
        if (session == null) {
            session = open(token);
            if (session != null) {
                sessions.put(token, session);
            }
        }
        return session == null || !session.key().id().equals(accessKeyId) ? null : session;
    }

    private @Nullable Session open(String token) {
        SessionClaims claims = tokens.open(token);
        return claims == null
                ? null
                : new Session(
                        new AccessKey(
                                claims.accessKeyId(),
                                claims.secret(),
                                claims.expiresAt(),
                                new SessionCaller(claims, rights, reader)),
                        claims);
    }
}
