package org.extenddb.core.backup;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.extenddb.core.model.TableAddress;
import org.jspecify.annotations.Nullable;

/**
 * A backup as the server knows it. What it has of its table is in its manifest and is kept here too.
 *
 * @param id as of {@link org.extenddb.core.job.JobId}; that of the job that makes it
 * @param table whose it is, or was: it need not be there any more
 * @param location of its objects in the object store: of one folder in {@link #folder} once it is AVAILABLE
 * @param source the table, as {@link BackupTableCodec} writes it
 */
public record StoredBackup(
        String id,
        TableAddress table,
        UUID tableId,
        String name,
        Type type,
        Status status,
        Instant createdAt,
        Size size,
        Location location,
        String source) {
    /** BackupType. */
    public enum Type {
        USER,
        SYSTEM
    }

    /** For so long a SYSTEM backup is kept. */
    public static final Duration SYSTEM_KEPT = Duration.ofDays(35);

    /** When it is deleted; null for one that its owner deletes. */
    public @Nullable Instant expiresAt() {
        return type == Type.SYSTEM ? createdAt.plus(SYSTEM_KEPT) : null;
    }

    /** BackupStatus. */
    public enum Status {
        CREATING,
        AVAILABLE,
        DELETED
    }

    /**
     * How much is in it.
     *
     * @param bytes of the items as DynamoDB counts them
     */
    public record Size(long items, long bytes) {
        public static final Size NONE = new Size(0, 0);
    }

    /** Where its objects are. */
    public record Location(String bucket, String prefix) {
        /** Further down. */
        public Location within(String folder) {
            return new Location(bucket, prefix + folder + "/");
        }
    }

    /** {@code arn:aws:dynamodb:<region>:<account>:table/<name>/backup/<id>}. */
    public String arn() {
        return arn(table, id);
    }

    public static String arn(TableAddress table, String id) {
        return table.arn() + "/backup/" + id;
    }

    /** What has all that was ever written for it, where it was made here: {@code .../<id>/}. */
    public Location folder() {
        int at = location.prefix().indexOf("/" + id + "/");
        return at < 0
                ? location
                : new Location(location.bucket(), location.prefix().substring(0, at + id.length() + 2));
    }

    public StoredBackup with(Status changed) {
        return new StoredBackup(id, table, tableId, name, type, changed, createdAt, size, location, source);
    }

    /** The same, when it is complete. */
    public StoredBackup available(Location changed, Size complete) {
        return new StoredBackup(id, table, tableId, name, type, Status.AVAILABLE, createdAt, complete, changed, source);
    }
}
