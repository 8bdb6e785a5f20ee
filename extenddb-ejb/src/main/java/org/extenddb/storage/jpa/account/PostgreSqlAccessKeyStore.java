package org.extenddb.storage.jpa.account;

import java.sql.PreparedStatement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import org.extenddb.core.storage.AccessKeyStore;
import org.extenddb.core.storage.AccessKeyUse;
import org.extenddb.core.storage.StoredAccessKey;
import org.extenddb.storage.jpa.entity.AccessKeyEntity;
import org.extenddb.storage.jpa.sql.Database;
import org.extenddb.storage.jpa.sql.StoredText;
import org.extenddb.storage.jpa.sql.Transactions;
import org.jspecify.annotations.Nullable;

/** Access keys in PostgreSQL. */
public final class PostgreSqlAccessKeyStore implements AccessKeyStore {
    /** Servers write at their leisure, so an earlier use may come after a later one. */
    private static final String RECORD =
            "INSERT INTO ddb_access_key_use (access_key_id, used_at, region, service) SELECT k.access_key_id, ?, ?, ?"
                    + " FROM ddb_access_key k WHERE k.access_key_id = ? ON CONFLICT (access_key_id) DO UPDATE"
                    + " SET used_at = excluded.used_at, region = excluded.region, service = excluded.service"
                    + " WHERE excluded.used_at > ddb_access_key_use.used_at";

    private final Database database;
    private final Transactions transactions;

    public PostgreSqlAccessKeyStore(Database database, Transactions transactions) {
        this.database = database;
        this.transactions = transactions;
    }

    @Override
    public @Nullable StoredAccessKey find(String accessKeyId) {
        if (!StoredText.isStorable(accessKeyId)) {
            return null;
        }
        return transactions.withEntities(entities -> {
            AccessKeyEntity entity = entities.find(AccessKeyEntity.class, accessKeyId);
            return entity == null ? null : IdentityMapping.key(entity);
        });
    }

    /** Native, since only PostgreSQL's own INSERT lets two servers import the same key at once. */
    @Override
    public boolean importKey(StoredAccessKey key) {
        return transactions.withEntities(entities -> {
            entities.createNativeQuery("INSERT INTO ddb_account (account_id, created_at) VALUES (:account, :now)"
                            + " ON CONFLICT (account_id) DO NOTHING")
                    .setParameter("account", key.account().value())
                    .setParameter("now", Instant.now())
                    .executeUpdate();
            return entities.createNativeQuery("INSERT INTO ddb_access_key"
                                    + " (access_key_id, account_id, user_arn, encrypted_secret, active, created_at)"
                                    + " VALUES (:id, :account, :user, :secret, :active, :created)"
                                    + " ON CONFLICT (access_key_id) DO NOTHING")
                            .setParameter("id", key.accessKeyId())
                            .setParameter("account", key.account().value())
                            .setParameter("user", IdentityMapping.rootArn(key.account()))
                            .setParameter("secret", key.encryptedSecret().toByteArray())
                            .setParameter("active", key.active())
                            .setParameter("created", key.createdAt())
                            .executeUpdate()
                    == 1;
        });
    }

    @Override
    public void record(Collection<AccessKeyUse> uses) {
        database.write(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(RECORD)) {
                for (AccessKeyUse use : uses) {
                    insert.setTimestamp(1, Timestamp.from(use.usedAt()));
                    insert.setString(2, use.region());
                    insert.setString(3, use.service());
                    insert.setString(4, use.accessKeyId());
                    insert.addBatch();
                }
                return insert.executeBatch();
            }
        });
    }
}
