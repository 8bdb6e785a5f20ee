package org.extenddb.auth;

import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.identity.UniqueIds;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.model.ByteString;
import org.extenddb.core.storage.StoredAccessKey;
import org.jspecify.annotations.Nullable;

/**
 * Makes access keys, and encrypts their secrets. A secret is bound to its key and to the user whose it is: a row that is given to
 * another user, or to the root user, is of no use, and servers of before there were users cannot take it for a root user's.
 */
@SingleInstance
public final class AccessKeySecrets {
    /** 30 bytes are the 40 characters of AWS's secrets. */
    private static final int SECRET_BYTES = 30;

    private final SecureRandom random = new SecureRandom();
    private final SecretCipher cipher;

    @Inject
    public AccessKeySecrets(SecretCipher cipher) {
        this.cipher = cipher;
    }

    /**
     * An access key with its secret, which is seen here and never again.
     *
     * @param stored what is kept
     */
    public record NewAccessKey(StoredAccessKey stored, String secret) {
        /** Says nothing of the secret. */
        @Override
        public String toString() {
            return "NewAccessKey[" + stored.accessKeyId() + "]";
        }
    }

    /**
     * Makes a key.
     *
     * @param identityId the user whose it will be; null for the account's root user
     */
    public NewAccessKey create(AccountId account, @Nullable String identityId) {
        return importing(account, identityId, UniqueIds.key(UniqueIds.ACCESS_KEY), newSecret());
    }

    /** Takes over a key that was made elsewhere. */
    public NewAccessKey importing(AccountId account, @Nullable String identityId, String accessKeyId, String secret) {
        ByteString encrypted = cipher.encrypt(secret, owner(accessKeyId, identityId));
        Instant now = UniqueIds.wholeSecond(Instant.now());
        return new NewAccessKey(new StoredAccessKey(accessKeyId, account, identityId, encrypted, true, now), secret);
    }

    /** @throws SecretUnreadableException when it is not this key's and this user's, or not ours at all */
    String decrypt(StoredAccessKey key) {
        return cipher.decrypt(key.encryptedSecret(), owner(key.accessKeyId(), key.identityId()));
    }

    /** Whether its secret is encrypted under another key than the present one. */
    boolean isOutdated(StoredAccessKey key) {
        return !cipher.isCurrent(key.encryptedSecret());
    }

    /**
     * The same key, its secret encrypted under the present one.
     *
     * @throws SecretUnreadableException when it cannot be decrypted
     */
    StoredAccessKey renewed(StoredAccessKey key) {
        ByteString encrypted = cipher.encrypt(decrypt(key), owner(key.accessKeyId(), key.identityId()));
        return new StoredAccessKey(
                key.accessKeyId(), key.account(), key.identityId(), encrypted, key.active(), key.createdAt());
    }

    /** Whether a key's secret can be decrypted. */
    public boolean isReadable(StoredAccessKey key) {
        try {
            return !decrypt(key).isEmpty();
        } catch (SecretUnreadableException e) {
            return false;
        }
    }

    /** 40 characters that nobody can guess. */
    String newSecret() {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static String owner(String accessKeyId, @Nullable String identityId) {
        return identityId == null ? accessKeyId : accessKeyId + "/" + identityId;
    }
}
