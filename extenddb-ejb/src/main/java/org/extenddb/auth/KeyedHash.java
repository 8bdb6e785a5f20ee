package org.extenddb.auth;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Mac;
import org.extenddb.core.audit.AuditSeal;
import org.extenddb.core.model.ByteString;

/**
 * HMAC-SHA-256 under a key that is derived from the installation's for one purpose. Layout: key id (8 bytes), hash (32). What was made
 * under a previous key can be checked as long as that key is configured.
 */
public final class KeyedHash implements AuditSeal {
    private static final String AUDIT_LOG = "extenddb-audit-log";
    private static final String ALGORITHM = "HmacSHA256";

    private final Keyring keys;
    private final String purpose;

    /** What the audit log is sealed with. */
    public static KeyedHash ofAuditLog(Keyring keys) {
        return new KeyedHash(keys, AUDIT_LOG);
    }

    public KeyedHash(Keyring keys, String purpose) {
        this.keys = keys;
        this.purpose = purpose;
    }

    /** @throws SecretUnreadableException when there is no usable key */
    @Override
    public ByteString of(byte[] content) {
        return ByteString.owning(hash(keys.current(), content));
    }

    /** @throws SecretUnreadableException when there is no usable key, or it was made under one that is not configured */
    @Override
    public boolean holds(ByteString hash, byte[] content) {
        if (hash.length() <= EncryptionKey.ID_BYTES) {
            return false;
        }
        EncryptionKey key = keys.find(Arrays.copyOf(hash.sharedArray(), EncryptionKey.ID_BYTES));
        if (key == null) {
            throw new SecretUnreadableException(
                    "it was made under an encryption key that is neither extenddb.encryption.key nor a previous one");
        }
        return MessageDigest.isEqual(hash.sharedArray(), hash(key, content));
    }

    private byte[] hash(EncryptionKey key, byte[] content) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key.keyFor(purpose));
            byte[] hash = mac.doFinal(content);
            return ByteBuffer.allocate(EncryptionKey.ID_BYTES + hash.length)
                    .put(key.id())
                    .put(hash)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA256", e);
        }
    }
}
