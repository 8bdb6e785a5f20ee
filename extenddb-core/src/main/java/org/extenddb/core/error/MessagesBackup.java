package org.extenddb.core.error;

/** The texts of backups and of point-in-time recovery. */
public final class MessagesBackup {
    public static final String TWO_SOURCES = "One or more parameter values were invalid:"
            + " Only one of SourceTableArn and SourceTableName can be specified";
    public static final String NO_SOURCE = "One or more parameter values were invalid:"
            + " One of SourceTableArn and SourceTableName must be specified";
    public static final String TWO_TIMES = "One or more parameter values were invalid:"
            + " RestoreDateTime cannot be specified when UseLatestRestorableTime is true";
    public static final String NO_TIME = "One or more parameter values were invalid:"
            + " RestoreDateTime must be specified when UseLatestRestorableTime is false";
    public static final String BAD_TIME =
            "RestoreDateTime must be between EarliestRestorableDateTime and LatestRestorableDateTime";
    public static final String PERIOD_WHEN_DISABLED = "One or more parameter values were invalid:"
            + " RecoveryPeriodInDays cannot be specified when PointInTimeRecoveryEnabled is false";
    public static final String BAD_ARN = "Invalid BackupArn";

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

    public static String tableExists(String name) {
        return "Table already exists: " + name;
    }

    public static String tableInUse(String name) {
        return "Table is being created or deleted: " + name;
    }

    public static String indexNotInSource(String name) {
        return "One or more parameter values were invalid: The index " + name
                + " does not exist with the same key schema and projection in the source table";
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
