package org.extenddb.core.api.backup;

import org.extenddb.core.wire.JsonInput;
import org.jspecify.annotations.Nullable;

/**
 * CreateBackup, DescribeBackup or DeleteBackup as sent.
 *
 * @param tableName of the first alone, as is the name
 * @param backupArn of the others
 */
public record BackupRequest(
        @Nullable String tableName,
        @Nullable String backupName,
        @Nullable String backupArn) {
    /** Reads a request object. */
    public static BackupRequest decode(JsonInput in) {
        Reader reader = new Reader();
        in.object(reader::member);
        return new BackupRequest(reader.tableName, reader.backupName, reader.backupArn);
    }

    private static final class Reader {
        private @Nullable String tableName;
        private @Nullable String backupName;
        private @Nullable String backupArn;

        void member(String name, JsonInput in) {
            switch (name) {
                case "TableName" -> tableName = in.string();
                case "BackupName" -> backupName = in.string();
                case "BackupArn" -> backupArn = in.string();
                default -> in.skip();
            }
        }
    }
}
