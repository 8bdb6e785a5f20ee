package org.extenddb.core.storage;

import java.time.Instant;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.model.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * A long-term access key.
 *
 * @param identityId the user whose it is; null for the account's root user
 * @param encryptedSecret opaque to storage; never the secret itself
 * @param active an inactive key signs nothing
 * @param createdAt by the second
 */
public record StoredAccessKey(
        String accessKeyId,
        AccountId account,
        @Nullable String identityId,
        ByteString encryptedSecret,
        boolean active,
        Instant createdAt) {
    public StoredAccessKey withStatus(boolean newActive) {
        return new StoredAccessKey(accessKeyId, account, identityId, encryptedSecret, newActive, createdAt);
    }
}
