package org.extenddb.core.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a table's first items came from.
 *
 * @param sourceBackupArn null unless it was restored from a backup
 * @param restoredTo the time as of which the items are, or that of the backup
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_RestoreSummary.html">RestoreSummary</a>
 */
public record RestoreOrigin(
        @Nullable String sourceBackupArn, @Nullable String sourceTableArn, Instant restoredTo) {}
