package org.extenddb.core.backup;

import org.jspecify.annotations.Nullable;

/**
 * What a restore from a backup is to do; the table that it fills is the job's.
 *
 * @param target storage id of that table; null in jobs of before version 29 of the schema
 */
public record BackupRestoreSpec(String backupId, @Nullable Integer target) {
    private static final char SEPARATOR = '/';

    /** As a job keeps it: no id of a backup has a slash. */
    public String toText() {
        return target == null ? backupId : backupId + SEPARATOR + target;
    }

    /** What {@link #toText} wrote. */
    public static BackupRestoreSpec ofText(String text) {
        int separator = text.indexOf(SEPARATOR);
        return separator < 0
                ? new BackupRestoreSpec(text, null)
                : new BackupRestoreSpec(text.substring(0, separator), Integer.valueOf(text.substring(separator + 1)));
    }
}
