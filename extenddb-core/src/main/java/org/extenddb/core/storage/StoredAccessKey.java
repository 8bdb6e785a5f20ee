package org.extenddb.core.storage;

import org.extenddb.core.model.AccountId;
import org.extenddb.core.model.ByteString;

/**
 * A long-term access key.
 *
 * @param userArn the principal that signs with it
 * @param encryptedSecret opaque to storage; never the secret itself
 * @param active an inactive key signs nothing
 */
public record StoredAccessKey(
        String accessKeyId, AccountId account, String userArn, ByteString encryptedSecret, boolean active) {}
