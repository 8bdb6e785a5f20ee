package org.extenddb.auth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import org.extenddb.core.iam.Caller;
import org.extenddb.core.sigv4.CredentialScope;
import org.extenddb.core.sigv4.SignedRequest;
import org.extenddb.core.sigv4.SigningKey;
import org.jspecify.annotations.Nullable;

/** An access key ready to verify with. Keeps the signing keys derived from it, which go when it goes. */
final class AccessKey {
    /** A client uses a region or two a day; this is where something odd is going on. */
    private static final int MAX_SIGNING_KEYS = 64;

    private final String id;
    private final String secret;
    private final @Nullable Instant expiresAt;
    private final Supplier<@Nullable Caller> caller;
    private final ConcurrentMap<CredentialScope, SigningKey> signingKeys = new ConcurrentHashMap<>();
    private volatile long nextMention = System.nanoTime();

    /**
     * @param expiresAt null for permanent keys
     * @param caller whose it is; null once that principal is gone
     */
    AccessKey(String id, String secret, @Nullable Instant expiresAt, Supplier<@Nullable Caller> caller) {
        this.id = id;
        this.secret = secret;
        this.expiresAt = expiresAt;
        this.caller = caller;
    }

    String id() {
        return id;
    }

    boolean isExpired(Instant now) {
        return expiresAt != null && !now.isBefore(expiresAt);
    }

    /** Who signs with it, with the rights of now; null when that principal is gone. */
    @Nullable
    Caller caller() {
        return caller.get();
    }

    /** True once in a while: whether it is time to tell that the key is in use. */
    boolean isMentionDue(long now, long interval) {
        if (now - nextMention < 0) {
            return false;
        }
        nextMention = now + interval;
        return true;
    }

    /** Verifies a signature. Only one that holds leaves its signing key here, so that nobody else can fill the memory. */
    boolean signed(SignedRequest request) {
        CredentialScope scope = request.scope();
        @Nullable SigningKey known = signingKeys.get(scope);
        if (known != null) {
            return request.isSignedWith(known);
        }
        SigningKey derived = SigningKey.derive(secret, scope);
        if (!request.isSignedWith(derived)) {
            return false;
        }
        if (signingKeys.size() >= MAX_SIGNING_KEYS) {
            signingKeys.clear();
        }
        signingKeys.put(scope, derived);
        return true;
    }

    /** Takes as long for a wrong guess as for a right one. */
    boolean isSecret(String guess) {
        return MessageDigest.isEqual(secret.getBytes(StandardCharsets.UTF_8), guess.getBytes(StandardCharsets.UTF_8));
    }

    /** Says nothing of the secret. */
    @Override
    public String toString() {
        return "AccessKey[" + id + "]";
    }
}
