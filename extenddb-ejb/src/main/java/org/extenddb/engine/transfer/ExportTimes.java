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
        return ExportSpec.INCREMENTAL.equals(request.exportType())
                ? endOfPeriod(request, table, now)
                : timeOf(request, table, now);
    }

    private static Instant timeOf(ExportRequest request, TableDefinition table, Instant now) {
        Instant earliest = earliest(table, now);
        Instant time = request.exportTime();
        if (time == null) {
            return now;
        }
        require(!time.isAfter(now) && !time.isBefore(table.createdAt()), MessagesTransfer.EXPORT_TIME);
        require(!time.isBefore(earliest), MessagesTransfer.EXPORT_TIME_NOT_KEPT);
        return time;
    }

    /** What the period is checked against first is the table's age, whether or not anything is kept of it. */
    private static Instant endOfPeriod(ExportRequest request, TableDefinition table, Instant now) {
        IncrementalMembers incremental = Objects.requireNonNull(request.incremental());
        Instant from = Objects.requireNonNull(incremental.from());
        Instant to = Objects.requireNonNullElse(incremental.to(), now);
        require(!from.isBefore(table.createdAt()), MessagesTransfer.beforeTable(from));
        require(!to.isAfter(now), MessagesTransfer.inFuture(to));
        Instant earliest = earliest(table, now);
        Duration period = Duration.between(from, to);
        require(period.compareTo(ExportSpec.SHORTEST) >= 0, MessagesTransfer.PERIOD_TOO_SHORT);
        require(period.compareTo(ExportSpec.LONGEST) <= 0, MessagesTransfer.PERIOD_TOO_LONG);
        require(!from.isBefore(earliest), MessagesTransfer.EXPORT_TIME_NOT_KEPT);
        if (request.exportTime() != null) {
            throw DynamoDbException.validation(MessagesTransfer.INCREMENTAL_WITH_EXPORT_TIME);
        }
        return to;
    }

    private static Instant earliest(TableDefinition table, Instant now) {
        Window window = BackedUpTables.window(table, now);
        if (window == null || window.earliest() == null) {
            throw DynamoDbException.of(
                    ErrorCode.POINT_IN_TIME_RECOVERY_UNAVAILABLE,
                    MessagesBackup.notEnabled(table.address().tableName()));
        }
        return window.earliest();
    }

    private static void require(boolean condition, String refusal) {
        if (!condition) {
            throw DynamoDbException.of(ErrorCode.INVALID_EXPORT_TIME, refusal);
        }
    }
}
