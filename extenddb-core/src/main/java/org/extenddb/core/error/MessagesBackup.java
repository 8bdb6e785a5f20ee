package org.extenddb.core.error;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The texts of backups and of point-in-time recovery. */
public final class MessagesBackup {
    public static final String TWO_SOURCES =
            "Invalid Request: Must provide exactly one of: sourceTableArn, sourceTableName";
    public static final String NO_SOURCE = "The parameter 'TableName' is required but was not present in the request";
    public static final String TWO_TIMES = "Invalid Request: Both RestoreDateTime and UseLatestRestorableTime cannot be"
            + " set for point-in-time restore request. Please specify either RestoreDateTime time or"
            + " UseLatestRestorableTime";
    public static final String NO_TIME = "Invalid Request: Either one of RestoreDateTime or UseLatestRestorableTime"
            + " must be specified, but not both";
    public static final String PERIOD_WHEN_DISABLED =
            "Invalid Request: Cannot specify RecoveryPeriodInDays when disabling point-in-time recovery.";
    public static final String BAD_ARN = "Invalid Backup ARN";

    public static final String DUPLICATE_INDEX =
            "One or more parameter values were invalid: Duplicate index name in the overrides";

    private MessagesBackup() {}

    public static String tableNotFound(String name) {
        return "Table not found: " + name;
    }

    public static String beingEnabled(String name) {
        return "Backups are being enabled for the table: " + name + ". Please retry later";
    }

    public static String notEnabled(String name) {
        return "Point in time recovery is not enabled for table '" + name + "'";
    }

    public static String notRestorable(Instant time, Instant earliest, Instant latest) {
        return "RestoreDateTime '" + seconds(time) + "' must be within EarliestRestorableDateTime '" + seconds(earliest)
                + "' and LatestRestorableDateTime '" + seconds(latest) + "'";
    }

    private static Instant seconds(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS);
    }

    public static String tableExists(String name) {
        return "Table already exists: " + name;
    }

    public static String tableInUse(String name) {
        return "Table is being created or deleted: " + name;
    }

    public static String indexNotInSource(String name) {
        return "Invalid Request: Index " + name
                + " does not match a secondary index that existed in the source table and"
                + " cannot be created during the restore operation";
    }

    public static String backupNotFound(String arn) {
        return "Backup not found: " + arn;
    }

    public static String backupBeingCreated(String arn) {
        return "Backup is being created: " + arn;
    }

    public static String backupInUse(String arn) {
        return "Backup is being used by another control plane operation: " + arn;
    }

    /** @param why as the object store says it */
    public static String noStore(String why) {
        return "Backups are not available: " + why;
    }
}
