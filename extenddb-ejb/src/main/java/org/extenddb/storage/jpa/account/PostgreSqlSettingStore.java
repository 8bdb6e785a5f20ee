package org.extenddb.storage.jpa.account;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.function.Supplier;
import org.extenddb.core.storage.SettingStore;
import org.extenddb.storage.jpa.entity.SettingEntity;
import org.extenddb.storage.jpa.sql.Transactions;
import org.extenddb.storage.jpa.table.CatalogChanges;
import org.jspecify.annotations.Nullable;

/** Settings in PostgreSQL. */
public final class PostgreSqlSettingStore implements SettingStore {
    private final Transactions transactions;

    public PostgreSqlSettingStore(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public List<StoredSetting> list() {
        return transactions.withEntities(
                entities -> entities.createQuery("FROM SettingEntity s ORDER BY s.name", SettingEntity.class)
                        .getResultStream()
                        .map(it -> new StoredSetting(it.name, it.value, it.changedAt, it.changedBy))
                        .toList());
    }

    /** A lock that lets others read. */
    @Override
    public <T extends @Nullable Object> T exclusively(Supplier<T> work) {
        return transactions.withEntities(entities -> {
            entities.createNativeQuery("LOCK TABLE ddb_setting IN SHARE ROW EXCLUSIVE MODE")
                    .executeUpdate();
            return work.get();
        });
    }

    /** Native: two administrators may set the same one for the first time. */
    @Override
    public void put(StoredSetting setting) {
        transactions.withEntities(entities -> {
            entities.createNativeQuery(
                            "INSERT INTO ddb_setting (name, value, changed_at, changed_by)"
                                    + " VALUES (:name, :value, :at, :by) ON CONFLICT (name) DO UPDATE SET"
                                    + " value = excluded.value, changed_at = excluded.changed_at, changed_by = excluded.changed_by")
                    .setParameter("name", setting.name())
                    .setParameter("value", setting.value())
                    .setParameter("at", setting.changedAt())
                    .setParameter("by", setting.changedBy())
                    .executeUpdate();
            CatalogChanges.announceSettings(entities);
            return setting;
        });
    }

    @Override
    public boolean remove(String name) {
        return transactions.withEntities((EntityManager entities) -> {
            SettingEntity entity = entities.find(SettingEntity.class, name);
            if (entity == null) {
                return false;
            }
            entities.remove(entity);
            CatalogChanges.announceSettings(entities);
            return true;
        });
    }
}
