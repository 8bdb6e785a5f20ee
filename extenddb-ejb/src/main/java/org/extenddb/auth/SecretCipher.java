package org.extenddb.auth;

import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.config.IdentityConfig;
import org.extenddb.core.model.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * Encrypts what is secret before it goes to the database: AES-256-GCM under {@code extenddb.encryption.key}. A ciphertext is bound to
 * its owner (the access key id), so that it cannot be moved to another row, and carries the id of its key, so that keys can change.
 * Layout: version (1 byte), key id (8), nonce (12), ciphertext and tag.
 */
@SingleInstance
public final class SecretCipher {
    private static final byte VERSION = 1;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int HEADER_BYTES = 1 + EncryptionKey.ID_BYTES + NONCE_BYTES;

    private final SecureRandom random = new SecureRandom();
    private final @Nullable EncryptionKey key;
    private final String problem;

    @Inject
    public SecretCipher(IdentityConfig config) {
        EncryptionKey parsed = null;
        String fault = "extenddb.encryption.key is not set";
        if (config.encryptionKey().isPresent()) {
            try {
                parsed = EncryptionKey.parse(config.encryptionKey().get());
                fault = "";
            } catch (IllegalArgumentException e) {
                fault = String.valueOf(e.getMessage());
            }
        }
        this.key = parsed;
        this.problem = fault;
    }

    /** What is wrong with the configured key, for operators; empty when nothing is. */
    public String problem() {
        return problem;
    }

    /**
     * Encrypts a secret.
     *
     * @param owner what the secret belongs to; the same is needed to read it
     * @throws SecretUnreadableException when there is no usable key
     */
    public ByteString encrypt(String secret, String owner) {
        EncryptionKey current = usable();
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed =
                    cipher(Cipher.ENCRYPT_MODE, current, nonce, owner).doFinal(secret.getBytes(StandardCharsets.UTF_8));
            return ByteString.owning(ByteBuffer.allocate(HEADER_BYTES + sealed.length)
                    .put(VERSION)
                    .put(current.id())
                    .put(nonce)
                    .put(sealed)
                    .array());
        } catch (GeneralSecurityException e) {
            throw new SecretUnreadableException("AES-256-GCM does not work on this Java platform", e);
        }
    }

    /**
     * Reads a secret.
     *
     * @throws SecretUnreadableException when it was encrypted under another key or for another owner, or was changed since
     */
    public String decrypt(ByteString encrypted, String owner) {
        EncryptionKey current = usable();
        byte[] bytes = encrypted.sharedArray();
        if (bytes.length <= HEADER_BYTES || bytes[0] != VERSION) {
            throw new SecretUnreadableException("the stored secret of " + owner + " has an unknown format");
        }
        int nonceAt = 1 + EncryptionKey.ID_BYTES;
        if (!Arrays.equals(Arrays.copyOfRange(bytes, 1, nonceAt), current.id())) {
            throw new SecretUnreadableException(
                    "the stored secret of " + owner + " was encrypted under another key than extenddb.encryption.key");
        }
        byte[] nonce = Arrays.copyOfRange(bytes, nonceAt, HEADER_BYTES);
        try {
            byte[] secret = cipher(Cipher.DECRYPT_MODE, current, nonce, owner)
                    .doFinal(bytes, HEADER_BYTES, bytes.length - HEADER_BYTES);
            return new String(secret, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new SecretUnreadableException("the stored secret of " + owner + " was changed", e);
        }
    }

    private EncryptionKey usable() {
        if (key == null) {
            throw new SecretUnreadableException(problem);
        }
        return key;
    }

    private static Cipher cipher(int mode, EncryptionKey key, byte[] nonce, String owner)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key.key(), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
