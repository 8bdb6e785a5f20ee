package org.extenddb.engine.table;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.extenddb.core.model.TableAddress;
import org.jspecify.annotations.Nullable;

/**
 * The KMS key that a description of an encrypted table names. Items are not encrypted by it: it is there for clients, such as
 * Terraform, that wait to see what they have asked for.
 */
final class KmsKey {
    private static final String ALIAS = "alias/";
    private static final String DEFAULT = ALIAS + "aws/dynamodb";

    private KmsKey() {}

    /**
     * The key's ARN.
     *
     * @param id as sent: an ARN, a key id or an alias; null for the account's own key for DynamoDB
     */
    static String arn(TableAddress table, @Nullable String id) {
        String named = id == null ? DEFAULT : id;
        if (named.startsWith("arn:")) {
            return named;
        }
        String prefix =
                "arn:aws:kms:" + table.region().value() + ":" + table.account().value() + ":key/";
        return prefix + (named.startsWith(ALIAS) ? keyId(prefix + named) : named);
    }

    private static UUID keyId(String alias) {
        return UUID.nameUUIDFromBytes(alias.getBytes(StandardCharsets.UTF_8));
    }
}
