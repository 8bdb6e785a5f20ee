package org.extenddb.auth;

import jakarta.inject.Inject;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.iam.Caller;
import org.jspecify.annotations.Nullable;

/** Signs people in by an access key of theirs, where a program would sign each request. */
@SingleInstance
public final class AccessKeySignIn {
    private final AccessKeyCache keys;

    @Inject
    public AccessKeySignIn(AccessKeyCache keys) {
        this.keys = keys;
    }

    /**
     * Whose key it is.
     *
     * @return null when there is no such key, when the secret is another one, or when its owner is gone
     * @throws org.extenddb.core.storage.StorageUnavailableException when the key cannot be read
     */
    public @Nullable Caller signIn(String accessKeyId, String secret) {
        AccessKey key = keys.find(accessKeyId);
        return key != null && key.isSecret(secret) ? key.caller() : null;
    }

    /** The owner of a key that signed in before, with the rights of now; null when key or owner are gone. */
    public @Nullable Caller signedIn(String accessKeyId) {
        AccessKey key = keys.find(accessKeyId);
        return key == null ? null : key.caller();
    }
}
