package org.extenddb.core.storage.memory;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.extenddb.core.backup.StoredBackup;
import org.extenddb.core.backup.StoredBackup.Status;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.model.Region;
import org.extenddb.core.storage.BackupStore;
import org.jspecify.annotations.Nullable;

/** Backups in memory. */
public final class MemoryBackupStore implements BackupStore {
    private final Map<String, StoredBackup> backups = new ConcurrentSkipListMap<>();

    @Override
    public boolean create(StoredBackup backup) {
        return backups.putIfAbsent(backup.id(), backup) == null;
    }

    @Override
    public @Nullable StoredBackup find(String id) {
        return backups.get(id);
    }

    @Override
    public synchronized boolean update(StoredBackup changed, Status from) {
        StoredBackup backup = backups.get(changed.id());
        if (backup == null || backup.status() != from) {
            return false;
        }
        backups.put(changed.id(), changed);
        return true;
    }

    @Override
    public synchronized boolean remove(String id, Status from) {
        StoredBackup backup = backups.get(id);
        return backup != null && backup.status() == from && backups.remove(id) != null;
    }

    @Override
    public List<StoredBackup> ofAllAccounts(StoredBackup.Type type, Status status, Instant begunBefore, int limit) {
        return backups.values().stream()
                .filter(backup -> backup.type() == type && backup.status() == status)
                .filter(backup -> backup.createdAt().isBefore(begunBefore))
                .limit(limit)
                .toList();
    }

    @Override
    public List<StoredBackup> list(AccountId account, Region region, Filter filter, @Nullable String after, int limit) {
        return backups.values().stream()
                .filter(backup -> backup.table().account().equals(account)
                        && backup.table().region().equals(region))
                .filter(backup -> after == null || backup.id().compareTo(after) > 0)
                .filter(backup ->
                        filter.tableName() == null || backup.table().tableName().equals(filter.tableName()))
                .filter(backup -> filter.type() == null || backup.type() == filter.type())
                .filter(backup -> filter.from() == null || !backup.createdAt().isBefore(filter.from()))
                .filter(backup -> filter.to() == null || backup.createdAt().isBefore(filter.to()))
                .limit(limit)
                .toList();
    }
}
