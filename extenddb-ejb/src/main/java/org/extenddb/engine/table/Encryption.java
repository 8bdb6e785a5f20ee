package org.extenddb.engine.table;

import org.extenddb.core.api.table.EncryptionMembers;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.MessagesTable;
import org.extenddb.core.model.TableAddress;
import org.jspecify.annotations.Nullable;

/**
 * SSESpecification as a request has it, checked as far as that goes without a table.
 *
 * @param enabled whether with a key of the account's; else with the one that is DynamoDB's own
 * @param keyId as sent
 */
record Encryption(boolean enabled, @Nullable String keyId) {
    static @Nullable Encryption of(@Nullable EncryptionMembers sent) {
        if (sent == null) {
            return null;
        }
        if (Boolean.FALSE.equals(sent.enabled())) {
            require(sent.sseType() == null, MessagesTable.SSE_TYPE_WHEN_DISABLED);
            require(sent.kmsMasterKeyId() == null, MessagesTable.KMS_KEY_WHEN_DISABLED);
        }
        require(!"AES256".equals(sent.sseType()), MessagesTable.SSE_TYPE_AES256);
        require(sent.kmsMasterKeyId() == null || sent.sseType() != null, MessagesTable.KMS_KEY_WITHOUT_SSE_TYPE);
        return new Encryption(Boolean.TRUE.equals(sent.enabled()) || sent.sseType() != null, sent.kmsMasterKeyId());
    }

    /** The key of a new table; null for DynamoDB's own. */
    @Nullable
    String keyOf(TableAddress table) {
        return enabled ? KmsKey.arn(table, keyId) : null;
    }

    /**
     * The key after a change.
     *
     * @param had null for DynamoDB's own
     */
    @Nullable
    String changed(TableAddress table, @Nullable String had) {
        require(enabled || had != null, MessagesTable.ALREADY_ENCRYPTED_BY_DEFAULT);
        require(keyId == null || !keyId.equals(had), MessagesTable.SAME_ENCRYPTION);
        return keyOf(table);
    }

    private static void require(boolean condition, String refusal) {
        if (!condition) {
            throw DynamoDbException.validation(refusal);
        }
    }
}
