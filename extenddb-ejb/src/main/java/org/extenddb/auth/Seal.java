package org.extenddb.auth;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/**
 * AES-256-GCM under the installation's key, for one purpose. What is sealed for one purpose cannot be opened for another. Layout:
 * version (1 byte), key id (8), nonce (12), ciphertext and tag.
 */
public final class Seal {
    private static final byte VERSION = 1;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int HEADER_BYTES = 1 + EncryptionKey.ID_BYTES + NONCE_BYTES;

    private final SecureRandom random = new SecureRandom();
    private final Keyring keys;
    private final String purpose;

    /** @param purpose the key is derived for it; the key itself where it is empty */
    public Seal(Keyring keys, String purpose) {
        this.keys = keys;
        this.purpose = purpose;
    }

    /**
     * Encrypts.
     *
     * @param owner what it belongs to; the same is needed to open it
     * @throws SecretUnreadableException when there is no usable key
     */
    public byte[] close(byte[] content, String owner) {
        EncryptionKey key = keys.current();
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key, nonce, owner).doFinal(content);
            return ByteBuffer.allocate(HEADER_BYTES + sealed.length)
                    .put(VERSION)
                    .put(key.id())
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new SecretUnreadableException("AES-256-GCM does not work on this Java platform", e);
        }
    }

    /**
     * Decrypts.
     *
     * @throws SecretUnreadableException when it was sealed under another key or for another owner, or was changed since
     */
    public byte[] open(byte[] sealed, String owner) {
        if (sealed.length <= HEADER_BYTES || sealed[0] != VERSION) {
            throw new SecretUnreadableException("the stored secret of " + owner + " has an unknown format");
        }
        int nonceAt = 1 + EncryptionKey.ID_BYTES;
        EncryptionKey key = keys.find(Arrays.copyOfRange(sealed, 1, nonceAt));
        if (key == null) {
            throw new SecretUnreadableException(
                    "the stored secret of " + owner + " was encrypted under another key than extenddb.encryption.key");
        }
        byte[] nonce = Arrays.copyOfRange(sealed, nonceAt, HEADER_BYTES);
        try {
            return cipher(Cipher.DECRYPT_MODE, key, nonce, owner)
                    .doFinal(sealed, HEADER_BYTES, sealed.length - HEADER_BYTES);
        } catch (GeneralSecurityException e) {
            throw new SecretUnreadableException("the stored secret of " + owner + " was changed", e);
        }
    }

    /** Whether it was sealed under the present key. */
    boolean isCurrent(byte[] sealed) {
        return sealed.length > HEADER_BYTES
                && Arrays.equals(keys.current().id(), Arrays.copyOfRange(sealed, 1, 1 + EncryptionKey.ID_BYTES));
    }

    private Cipher cipher(int mode, EncryptionKey key, byte[] nonce, String owner) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key.keyFor(purpose), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
