package org.extenddb.engine.transfer;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.extenddb.core.api.backup.ContinuousBackups.Window;
import org.extenddb.core.api.transfer.ExportRequest;
import org.extenddb.core.api.transfer.ExportSpec;
import org.extenddb.core.api.transfer.IncrementalMembers;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.ErrorCode;
import org.extenddb.core.error.MessagesBackup;
import org.extenddb.core.error.MessagesTransfer;
import org.extenddb.core.model.TableDefinition;
import org.extenddb.engine.backup.BackedUpTables;

/** The times of an export, which point-in-time recovery has to reach back to. */
final class ExportTimes {
    private ExportTimes() {}

    /**
     * As of when a full export is, or at which an incremental one ends.
     *
     * @param now by the clock of the table's history
     * @throws DynamoDbException PointInTimeRecoveryUnavailableException, InvalidExportTimeException, ValidationException
     */
    static Instant end(ExportRequest request, TableDefinition table, Instant now) {
        Window window = BackedUpTables.window(table, now);
        if (window == null || window.earliest() == null) {
            throw DynamoDbException.of(
                    ErrorCode.POINT_IN_TIME_RECOVERY_UNAVAILABLE,
                    MessagesBackup.notEnabled(table.address().tableName()));
        }
        if (!ExportSpec.INCREMENTAL.equals(request.exportType())) {
            Instant time = Objects.requireNonNullElse(request.exportTime(), now);
            requireWithin(time, window.earliest(), now);
            return time;
        }
        IncrementalMembers incremental = Objects.requireNonNull(request.incremental());
        Instant from = Objects.requireNonNull(incremental.from());
        Instant to = Objects.requireNonNullElse(incremental.to(), now);
        requireWithin(from, window.earliest(), now);
        requireWithin(to, window.earliest(), now);
        Duration period = Duration.between(from, to);
        if (period.compareTo(ExportSpec.SHORTEST) < 0 || period.compareTo(ExportSpec.LONGEST) > 0) {
            throw DynamoDbException.validation(MessagesTransfer.INCREMENTAL_PERIOD);
        }
        return to;
    }

    private static void requireWithin(Instant time, Instant earliest, Instant now) {
        if (time.isAfter(now)) {
            throw DynamoDbException.of(ErrorCode.INVALID_EXPORT_TIME, MessagesTransfer.FUTURE_EXPORT_TIME);
        }
        if (time.isBefore(earliest)) {
            throw DynamoDbException.of(ErrorCode.INVALID_EXPORT_TIME, MessagesTransfer.EARLY_EXPORT_TIME);
        }
    }
}
