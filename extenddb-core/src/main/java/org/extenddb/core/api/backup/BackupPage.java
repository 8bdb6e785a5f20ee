package org.extenddb.core.api.backup;

import java.util.List;
import org.extenddb.core.backup.StoredBackup;
import org.extenddb.core.wire.JsonOutput;
import org.jspecify.annotations.Nullable;

/**
 * ListBackups' answer.
 *
 * @param lastEvaluated the ARN to go on after; null when there are no more
 */
public record BackupPage(
        List<StoredBackup> backups, @Nullable String lastEvaluated) {
    public BackupPage {
        backups = List.copyOf(backups);
    }

    /** Writes the response object. */
    public static void encode(BackupPage page, JsonOutput out) {
        out.beginObject().member("BackupSummaries").beginArray();
        page.backups().forEach(backup -> BackupDescriptionCodec.summary(backup, out));
        out.endArray();
        if (page.lastEvaluated() != null) {
            out.member("LastEvaluatedBackupArn").string(page.lastEvaluated());
        }
        out.endObject();
    }
}
