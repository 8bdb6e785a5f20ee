package org.extenddb.auth;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** The key that secrets are stored under, and the name that stands beside them. */
final class EncryptionKey {
    static final int ID_BYTES = 8;
    private static final int KEY_BYTES = 32;

    private final byte[] id;
    private final SecretKey key;

    private EncryptionKey(byte[] id, SecretKey key) {
        this.id = id;
        this.key = key;
    }

    /**
     * Reads a key.
     *
     * @param base64 32 bytes
     * @throws IllegalArgumentException when it is anything else; the message does not repeat it
     */
    static EncryptionKey parse(String base64) {
        byte[] bytes = decode(base64);
        if (bytes.length != KEY_BYTES) {
            throw new IllegalArgumentException("extenddb.encryption.key has to be 32 bytes in Base64");
        }
        return new EncryptionKey(idOf(bytes), new SecretKeySpec(bytes, "AES"));
    }

    /** Eight bytes that tell this key from others and say nothing about it. */
    byte[] id() {
        return id.clone();
    }

    /** @param purpose a key of its own is derived for it; the key itself where it is empty */
    SecretKey keyFor(String purpose) {
        if (purpose.isEmpty()) {
            return key;
        }
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return new SecretKeySpec(mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8)), "AES");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA256", e);
        }
    }

    private static byte[] decode(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static byte[] idOf(byte[] key) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update("extenddb-encryption-key-id".getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(digest.digest(key), ID_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Says nothing of the key. */
    @Override
    public String toString() {
        return "EncryptionKey";
    }
}
