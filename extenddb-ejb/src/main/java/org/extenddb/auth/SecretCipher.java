package org.extenddb.auth;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.model.ByteString;

/**
 * Encrypts what is secret before it goes to the database: AES-256-GCM under {@code extenddb.encryption.key}. A ciphertext is bound to
 * its owner (the access key id), so that it cannot be moved to another row, and carries the id of its key, so that keys can change.
 */
@SingleInstance
public final class SecretCipher {
    private static final String PURPOSE = "";

    private final Keyring keys;
    private final Seal seal;

    @Inject
    public SecretCipher(Keyring keys) {
        this.keys = keys;
        this.seal = new Seal(keys, PURPOSE);
    }

    /** What is wrong with the configured key, for operators; empty when nothing is. */
    public String problem() {
        return keys.problem();
    }

    /**
     * Encrypts a secret.
     *
     * @param owner what the secret belongs to; the same is needed to read it
     * @throws SecretUnreadableException when there is no usable key
     */
    public ByteString encrypt(String secret, String owner) {
        return ByteString.owning(seal.close(secret.getBytes(StandardCharsets.UTF_8), owner));
    }

    /** Whether it was encrypted under the present key. */
    boolean isCurrent(ByteString encrypted) {
        return seal.isCurrent(encrypted.sharedArray());
    }

    /**
     * Reads a secret.
     *
     * @throws SecretUnreadableException when it was encrypted under another key or for another owner, or was changed since
     */
    public String decrypt(ByteString encrypted, String owner) {
        return new String(seal.open(encrypted.sharedArray(), owner), StandardCharsets.UTF_8);
    }
}
