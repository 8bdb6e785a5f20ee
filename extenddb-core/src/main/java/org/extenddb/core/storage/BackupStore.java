package org.extenddb.core.storage;

import java.time.Instant;
import java.util.List;
import org.extenddb.core.backup.StoredBackup;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.model.Region;
import org.jspecify.annotations.Nullable;

/** What is known of backups. The backups themselves are elsewhere. */
public interface BackupStore {
    /** Adds one, durably. False when there is one with its id; nothing is changed then. */
    boolean create(StoredBackup backup);

    /** Null when there is none. */
    @Nullable
    StoredBackup find(String id);

    /**
     * Changes status, size and location of one that is there and in a status.
     *
     * @return false when it is not
     */
    boolean update(StoredBackup changed, StoredBackup.Status from);

    /**
     * Forgets one that is in a status.
     *
     * @return false when it is not there, or in another
     */
    boolean remove(String id, StoredBackup.Status from);

    /**
     * Backups of an account and region, from the oldest to the latest.
     *
     * @param after only those after this id, which need not exist; null for the first
     * @param limit at most this many
     */
    List<StoredBackup> list(AccountId account, Region region, Filter filter, @Nullable String after, int limit);

    /** Backups of all accounts of a type that have a status and were begun before this time, the oldest first, at most so many. */
    List<StoredBackup> ofAllAccounts(
            StoredBackup.Type type, StoredBackup.Status status, Instant begunBefore, int limit);

    /**
     * Which backups to list; null is any.
     *
     * @param from made at this time or later
     * @param to made before this time
     */
    record Filter(
            @Nullable String tableName,
            StoredBackup.@Nullable Type type,
            @Nullable Instant from,
            @Nullable Instant to) {}
}
