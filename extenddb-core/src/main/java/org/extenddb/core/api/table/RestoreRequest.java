package org.extenddb.core.api.table;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * RestoreTableToPointInTime or RestoreTableFromBackup as sent.
 *
 * @param backupArn of the latter alone
 */
public record RestoreRequest(
        @Nullable String targetTableName,
        @Nullable String sourceTableName,
        @Nullable String sourceTableArn,
        @Nullable String backupArn,
        @Nullable Boolean useLatestRestorableTime,
        @Nullable Instant restoreDateTime,
        Overrides overrides) {
    /** What is to be otherwise in the restored table; null for what stays as it was. */
    public record Overrides(
            @Nullable String billingMode,
            CapacityMembers capacity,
            @Nullable List<IndexMembers> globalIndexes,
            @Nullable List<IndexMembers> localIndexes,
            @Nullable EncryptionMembers encryption) {
        public Overrides {
            globalIndexes = globalIndexes == null ? null : List.copyOf(globalIndexes);
            localIndexes = localIndexes == null ? null : List.copyOf(localIndexes);
        }
    }
}
