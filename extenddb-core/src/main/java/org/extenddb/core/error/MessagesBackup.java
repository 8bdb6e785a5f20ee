package org.extenddb.core.error;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

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
    public static final String OTHER_SERVICE = "Invalid Request: BackupArn is not valid";
    public static final String SOURCE_NO_ARN =
            "One or more parameter values were invalid: sourceTableArn is not a valid ARN";
    public static final String LOWER_OVER_UPPER =
            "One or more parameter values were invalid: Time range lower bound must be less than or equal to upper bound";
    public static final String START_OF_OTHER_REGION =
            "Invalid Request: The supplied ExclusiveStartBackupArn does not match the region";

    public static final String OTHER_REGION =
            "Invalid Request: sseSpecificationOverride must be provided for cross-region restores";
    public static final String OTHER_ACCOUNT =
            "This action is only supported by accounts that match the resource owner’s account.";
    public static final String UNITS_REQUIRED =
            "Invalid Request: Must override ProvisionedThroughput if BillingMode is overridden to PROVISIONED";
    private static final String UNITS_OF_ON_DEMAND =
            "Invalid Request: Cannot override ProvisionedThroughput unless BillingMode is PROVISIONED";
    private static final String NO_UNITS_ON_DEMAND =
            "Invalid Request: Cannot override ProvisionedThroughput if BillingMode is overridden to PAY_PER_REQUEST";

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

    /** Our own words: DynamoDB's are not known. */
    public static String tableInUse(String name) {
        return "Table is being created or deleted: " + name;
    }

    public static String beingRestored(String name, String backupArn) {
        return "Table: " + name + " is already being restored from backup: " + backupArn;
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

    /** Told to who deletes it. */
    public static String backupInUse(String arn) {
        return "Backup is being used to restore table: " + arn;
    }

    /** Told to who restores from it. */
    public static String restoredElsewhere(String arn) {
        return "Backup is being used to restore another table: " + arn;
    }

    public static String systemBackup(String arn, Instant expiry) {
        return "Invalid Request: User is not allowed to delete the system backup with arn " + arn
                + ". It will automatically expire on " + expiry;
    }

    // ---- overrides

    /** @param index null for the table */
    public static String noUnitsOnDemand(boolean billingModeOverridden, @Nullable String index) {
        return (billingModeOverridden ? NO_UNITS_ON_DEMAND : UNITS_OF_ON_DEMAND)
                + (index == null ? "" : " for index " + index);
    }

    public static String unitsRequiredForIndex(String index) {
        return "Invalid Request: Must specify provisioned throughput for index " + index;
    }

    /** @param member MaxReadRequestUnits or MaxWriteRequestUnits */
    public static String boundOutOfRange(String member) {
        return "Invalid Request: Requested " + member + " for OnDemandThroughput is outside of valid range";
    }

    public static String boundOfProvisioned(String member) {
        return "Invalid Request: Cannot override " + member
                + " for OnDemandThroughput unless BillingModeOverride is PAY_PER_REQUEST";
    }

    /** @param why as the object store says it */
    public static String noStore(String why) {
        return "Backups are not available: " + why;
    }
}
