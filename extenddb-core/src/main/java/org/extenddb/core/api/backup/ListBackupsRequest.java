package org.extenddb.core.api.backup;

import java.time.Instant;
import org.extenddb.core.wire.JsonInput;
import org.jspecify.annotations.Nullable;

/** ListBackups as sent. */
public record ListBackupsRequest(
        @Nullable String tableName,
        @Nullable String backupType,
        @Nullable Integer limit,
        @Nullable String exclusiveStartBackupArn,
        @Nullable Instant from,
        @Nullable Instant to) {
    /** Reads the request object. */
    public static ListBackupsRequest decode(JsonInput in) {
        Reader reader = new Reader();
        in.object(reader::member);
        return new ListBackupsRequest(
                reader.tableName, reader.backupType, reader.limit, reader.start, reader.from, reader.to);
    }

    private static final class Reader {
        private @Nullable String tableName;
        private @Nullable String backupType;
        private @Nullable Integer limit;
        private @Nullable String start;
        private @Nullable Instant from;
        private @Nullable Instant to;

        void member(String name, JsonInput in) {
            switch (name) {
                case "TableName" -> tableName = in.string();
                case "BackupType" -> backupType = in.string();
                case "Limit" -> limit = in.integer();
                case "ExclusiveStartBackupArn" -> start = in.string();
                case "TimeRangeLowerBound" -> from = in.epochSeconds();
                case "TimeRangeUpperBound" -> to = in.epochSeconds();
                default -> in.skip();
            }
        }
    }
}
