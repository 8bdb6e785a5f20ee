package org.extenddb.storage.jpa.backup;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.extenddb.core.backup.StoredBackup;
import org.extenddb.core.backup.StoredBackup.Location;
import org.extenddb.core.backup.StoredBackup.Size;
import org.extenddb.core.backup.StoredBackup.Status;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.model.Region;
import org.extenddb.core.model.TableAddress;
import org.extenddb.core.storage.BackupStore;
import org.extenddb.storage.jpa.entity.BackupEntity;
import org.extenddb.storage.jpa.sql.StoredText;
import org.extenddb.storage.jpa.sql.Transactions;
import org.jspecify.annotations.Nullable;

/** Backups in PostgreSQL: {@code ddb_backup}. */
public final class PostgreSqlBackupStore implements BackupStore {
    private final Transactions transactions;

    public PostgreSqlBackupStore(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public boolean create(StoredBackup backup) {
        return transactions.withEntities(entities -> {
            if (entities.find(BackupEntity.class, backup.id()) != null) {
                return false;
            }
            entities.persist(entity(backup));
            return true;
        });
    }

    @Override
    public @Nullable StoredBackup find(String id) {
        if (!StoredText.isStorable(id)) {
            return null;
        }
        return transactions.withEntities(entities -> {
            BackupEntity entity = entities.find(BackupEntity.class, id);
            return entity == null ? null : backup(entity);
        });
    }

    @Override
    public boolean update(StoredBackup changed, Status from) {
        return transactions.withEntities(entities -> {
            BackupEntity entity = entities.find(BackupEntity.class, changed.id(), LockModeType.PESSIMISTIC_WRITE);
            if (entity == null || !entity.status.equals(from.name())) {
                return false;
            }
            entity.status = changed.status().name();
            entity.items = changed.size().items();
            entity.bytes = changed.size().bytes();
            entity.bucket = changed.location().bucket();
            entity.prefix = changed.location().prefix();
            return true;
        });
    }

    @Override
    public boolean remove(String id, Status from) {
        return transactions.withEntities(entities -> {
            BackupEntity entity = entities.find(BackupEntity.class, id, LockModeType.PESSIMISTIC_WRITE);
            if (entity == null || !entity.status.equals(from.name())) {
                return false;
            }
            entities.remove(entity);
            return true;
        });
    }

    @Override
    public List<StoredBackup> list(AccountId account, Region region, Filter filter, @Nullable String after, int limit) {
        StringBuilder text = new StringBuilder(
                "SELECT b FROM BackupEntity b WHERE b.account = :account AND b.region = :region AND b.backupId > :after");
        text.append(filter.tableName() == null ? "" : " AND b.tableName = :table");
        text.append(filter.type() == null ? "" : " AND b.type = :type");
        text.append(filter.from() == null ? "" : " AND b.createdAt >= :from");
        text.append(filter.to() == null ? "" : " AND b.createdAt < :to");
        return transactions.withEntities(entities -> query(entities, text + " ORDER BY b.backupId", filter)
                .setParameter("account", account.value())
                .setParameter("region", region.value())
                .setParameter("after", after == null ? "" : after)
                .setMaxResults(limit)
                .getResultStream()
                .map(PostgreSqlBackupStore::backup)
                .toList());
    }

    @Override
    public List<StoredBackup> ofAllAccounts(StoredBackup.Type type, Status status, Instant begunBefore, int limit) {
        return transactions.withEntities(entities -> entities.createQuery(
                        "SELECT b FROM BackupEntity b WHERE b.type = :type AND b.status = :status"
                                + " AND b.createdAt < :before ORDER BY b.backupId",
                        BackupEntity.class)
                .setParameter("type", type.name())
                .setParameter("status", status.name())
                .setParameter("before", begunBefore)
                .setMaxResults(limit)
                .getResultStream()
                .map(PostgreSqlBackupStore::backup)
                .toList());
    }

    private static TypedQuery<BackupEntity> query(EntityManager entities, String text, Filter filter) {
        TypedQuery<BackupEntity> query = entities.createQuery(text, BackupEntity.class);
        if (filter.tableName() != null) {
            query.setParameter("table", filter.tableName());
        }
        if (filter.type() != null) {
            query.setParameter("type", filter.type().name());
        }
        if (filter.from() != null) {
            query.setParameter("from", filter.from());
        }
        if (filter.to() != null) {
            query.setParameter("to", filter.to());
        }
        return query;
    }

    private static BackupEntity entity(StoredBackup backup) {
        BackupEntity entity = new BackupEntity();
        entity.backupId = backup.id();
        entity.account = backup.table().account().value();
        entity.region = backup.table().region().value();
        entity.tableName = backup.table().tableName();
        entity.tableId = backup.tableId();
        entity.name = backup.name();
        entity.type = backup.type().name();
        entity.status = backup.status().name();
        entity.createdAt = backup.createdAt().truncatedTo(ChronoUnit.MILLIS);
        entity.items = backup.size().items();
        entity.bytes = backup.size().bytes();
        entity.bucket = backup.location().bucket();
        entity.prefix = backup.location().prefix();
        entity.source = StoredText.encode(backup.source());
        return entity;
    }

    private static StoredBackup backup(BackupEntity entity) {
        return new StoredBackup(
                entity.backupId,
                new TableAddress(new AccountId(entity.account), new Region(entity.region), entity.tableName),
                entity.tableId,
                entity.name,
                StoredBackup.Type.valueOf(entity.type),
                Status.valueOf(entity.status),
                entity.createdAt,
                new Size(entity.items, entity.bytes),
                new Location(entity.bucket, entity.prefix),
                StoredText.decode(entity.source));
    }
}
