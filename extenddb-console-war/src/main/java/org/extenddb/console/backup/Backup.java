package org.extenddb.console.backup;

import jakarta.json.JsonObject;
import java.io.Serializable;
import java.time.Instant;
import org.extenddb.console.value.ByteCount;
import org.extenddb.console.value.EpochTime;
import org.jspecify.annotations.Nullable;

/** A backup as a list shows it. */
public record Backup(
        String arn,
        String name,
        String table,
        String status,
        String size,
        @Nullable Instant created) implements Serializable {
    /** An element of ListBackups' answer. */
    static Backup of(JsonObject summary) {
        return new Backup(
                summary.getString("BackupArn"),
                summary.getString("BackupName"),
                summary.getString("TableName"),
                summary.getString("BackupStatus"),
                ByteCount.text(summary.getJsonNumber("BackupSizeBytes").longValue()),
                EpochTime.in(summary, "BackupCreationDateTime"));
    }
}
