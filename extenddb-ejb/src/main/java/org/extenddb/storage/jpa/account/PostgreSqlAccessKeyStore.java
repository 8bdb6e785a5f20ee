package org.extenddb.storage.jpa.account;

import java.time.Instant;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.model.ByteString;
import org.extenddb.core.storage.AccessKeyStore;
import org.extenddb.core.storage.StoredAccessKey;
import org.extenddb.storage.jpa.entity.AccessKeyEntity;
import org.extenddb.storage.jpa.sql.StoredText;
import org.extenddb.storage.jpa.sql.Transactions;
import org.jspecify.annotations.Nullable;

/** Access keys in PostgreSQL. */
public final class PostgreSqlAccessKeyStore implements AccessKeyStore {
    private final Transactions transactions;

    public PostgreSqlAccessKeyStore(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public @Nullable StoredAccessKey find(String accessKeyId) {
        if (!StoredText.isStorable(accessKeyId)) {
            return null;
        }
        return transactions.withEntities(entities -> {
            AccessKeyEntity entity = entities.find(AccessKeyEntity.class, accessKeyId);
            return entity == null ? null : key(entity);
        });
    }

    /** Native, since only PostgreSQL's own INSERT lets two servers import the same key at once. */
    @Override
    public boolean importKey(StoredAccessKey key) {
        Instant now = Instant.now();
        return transactions.withEntities(entities -> {
            entities.createNativeQuery("INSERT INTO ddb_account (account_id, created_at) VALUES (:account, :now)"
                            + " ON CONFLICT (account_id) DO NOTHING")
                    .setParameter("account", key.account().value())
                    .setParameter("now", now)
                    .executeUpdate();
            return entities.createNativeQuery("INSERT INTO ddb_access_key"
                                    + " (access_key_id, account_id, user_arn, encrypted_secret, active, created_at)"
                                    + " VALUES (:id, :account, :user, :secret, :active, :now)"
                                    + " ON CONFLICT (access_key_id) DO NOTHING")
                            .setParameter("id", key.accessKeyId())
                            .setParameter("account", key.account().value())
                            .setParameter("user", key.userArn())
                            .setParameter("secret", key.encryptedSecret().toByteArray())
                            .setParameter("active", key.active())
                            .setParameter("now", now)
                            .executeUpdate()
                    == 1;
        });
    }

    private static StoredAccessKey key(AccessKeyEntity entity) {
        return new StoredAccessKey(
                entity.getAccessKeyId(),
                new AccountId(entity.getAccountId()),
                entity.getUserArn(),
                ByteString.owning(entity.getEncryptedSecret()),
                entity.isActive());
    }
}
