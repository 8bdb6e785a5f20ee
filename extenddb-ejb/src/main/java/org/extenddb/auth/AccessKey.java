package org.extenddb.auth;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.extenddb.core.iam.Caller;
import org.extenddb.core.sigv4.CredentialScope;
import org.extenddb.core.sigv4.SignedRequest;
import org.extenddb.core.sigv4.SigningKey;
import org.jspecify.annotations.Nullable;

/** An access key ready to verify with. Keeps the signing keys derived from it, which go when it goes. */
final class AccessKey {
    /** A client uses a region or two a day; this is where something odd is going on. */
    private static final int MAX_SIGNING_KEYS = 64;

    private final Caller caller;
    private final String secret;
    private final ConcurrentMap<CredentialScope, SigningKey> signingKeys = new ConcurrentHashMap<>();

    AccessKey(Caller caller, String secret) {
        this.caller = caller;
        this.secret = secret;
    }

    Caller caller() {
        return caller;
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

    /** Says nothing of the secret. */
    @Override
    public String toString() {
        return "AccessKey[" + caller.accessKeyId() + "]";
    }
}
