package org.extenddb.core.error;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** The texts about the capacity of tables and global indexes, the table where no index is named. */
public final class MessagesThroughput {
    public static final String NONE_ON_DEMAND = invalid(
            "Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is PAY_PER_REQUEST");

    /** CreateTable. */
    public static final String UNITS_REQUIRED =
            invalid("ReadCapacityUnits and WriteCapacityUnits must both be specified when BillingMode is PROVISIONED");

    /** UpdateTable. */
    public static final String REQUIRED =
            invalid("ProvisionedThroughput must be specified when BillingMode is PROVISIONED");

    private static final String SEE_GUIDE =
            " Refer to the Amazon DynamoDB Developer Guide for current limits and how to request higher limits.";

    private MessagesThroughput() {}

    private static String invalid(String text) {
        return "One or more parameter values were invalid: " + text;
    }

    // ---- provisioned

    public static String outOfBounds(long units, String member) {
        return "Given value " + units + " for " + member + " is out of bounds";
    }

    /** CreateTable. */
    public static String notForIndex(String index) {
        return invalid("ProvisionedThroughput should not be specified for index: " + index
                + " when BillingMode is PAY_PER_REQUEST");
    }

    /** CreateTable. */
    public static String notSpecifiedForIndex(String index) {
        return invalid("ProvisionedThroughput is not specified for index: " + index);
    }

    /** UpdateTable, when it makes a table PROVISIONED. */
    public static String requiredForIndexes(Collection<String> indexes) {
        return invalid("ProvisionedThroughput must be specified for index: " + String.join(",", indexes));
    }

    /** UpdateTable, when it makes a table PAY_PER_REQUEST. */
    public static String noUnitsForIndex(String index) {
        return invalid("Neither ReadCapacityUnits nor WriteCapacityUnits can be specified for index: " + index
                + " when BillingMode is PAY_PER_REQUEST");
    }

    /** UpdateTable, of an index of a table that is PROVISIONED. */
    public static String unitsRequiredForIndex(String index) {
        return invalid("Both ReadCapacityUnits and WriteCapacityUnits must be specified for index: " + index);
    }

    /** UpdateTable, of an index of a table that is PAY_PER_REQUEST. */
    public static String onDemandUpdatesOnly(String index) {
        return invalid("The only Updates for index: " + index
                + " when TableThroughputMode is PAY_PER_REQUEST can be to OnDemandThroughput, WarmThroughput");
    }

    /** An update that would change nothing. */
    public static String unchanged(@Nullable String index, long readUnits, long writeUnits) {
        String kind = index == null ? "table" : "index";
        return "The provisioned throughput for the " + owner(index)
                + " will not change. The requested value equals the current"
                + " value. Current ReadCapacityUnits provisioned for the " + kind + ": " + readUnits
                + ". Requested ReadCapacityUnits: " + readUnits + ". Current WriteCapacityUnits provisioned for the "
                + kind
                + ": " + writeUnits + ". Requested WriteCapacityUnits: " + writeUnits + "." + SEE_GUIDE;
    }

    public static String tooManyDecreases(int decreasesToday, String lastDecrease, String nextDecrease) {
        return "Subscriber limit exceeded: Provisioned throughput decreases are limited within a given UTC day. After the"
                + " first 4 decreases, each subsequent decrease in the same UTC day can be performed at most once every 3600"
                + " seconds. Number of decreases today: " + decreasesToday + ". Last decrease at " + lastDecrease
                + ". Next decrease can be made at " + nextDecrease;
    }

    // ---- on demand

    /** CreateTable has other words than UpdateTable. */
    public static String boundOfNewProvisioned(String member) {
        return invalid(member + " for OnDemandThroughput cannot be specified when table BillingMode is PROVISIONED.");
    }

    public static String boundOfProvisioned(String member, @Nullable String index) {
        return invalid(member + " for OnDemandThroughput" + (index == null ? "" : " for index : " + index)
                + " cannot be specified when the table BillingMode is PROVISIONED");
    }

    public static String boundOutOfRange(String member, @Nullable String index) {
        return invalid("Requested " + member + " for OnDemandThroughput for "
                + (index == null ? "table" : "index : " + index) + " is outside of valid range");
    }

    // ---- warm

    public static String warmWithoutUnits(String index) {
        return invalid(
                "WarmThroughput must have at least one of ReadUnitsPerSecond or WriteUnitsPerSecond specified for"
                        + " index: " + index);
    }

    public static String warmDecrease(String member, @Nullable String index) {
        return warmLower(member, index) + "current WarmThroughput, decreasing WarmThroughput is not supported";
    }

    public static String warmBelowInitial(String member, @Nullable String index) {
        return warmLower(member, index) + "initial throughput for OnDemand. See:"
                + " https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/on-demand-capacity-mode.html"
                + "#on-demand-capacity-mode-initial";
    }

    /** @param units ReadCapacityUnits or WriteCapacityUnits */
    public static String warmBelowProvisioned(String member, String units, @Nullable String index) {
        return warmLower(member, index) + units + " of ProvisionedThroughput";
    }

    private static String warmLower(String member, @Nullable String index) {
        return invalid("Requested " + member + " for WarmThroughput for " + owner(index) + " is lower than ");
    }

    // ---- quotas

    /** @param member ReadCapacityUnits or WriteCapacityUnits */
    public static String overTableQuota(String member, long units, @Nullable String index, String region, long quota) {
        String kind = index == null ? "table" : "index";
        return "The requested " + member + (index == null ? "" : " for index " + index) + ", " + units
                + ", is above the per " + kind + " maximum for the account in " + region + ". Per " + kind
                + " maximum: " + quota + "." + SEE_GUIDE;
    }

    /** @param member ReadCapacityUnits or WriteCapacityUnits */
    public static String overAccountQuota(String member, String region, long reserved, long quota, long requested) {
        return "This request would have caused the " + member + " limit to be exceeded for the account in " + region
                + ". Current " + member + " reserved by the account: " + reserved + ". Limit: " + quota
                + ". Requested: " + requested + "." + SEE_GUIDE;
    }

    /** @param quota TableMaxReadCapacityUnits or TableMaxWriteCapacityUnits */
    public static String boundOverQuota(String member, @Nullable String index, String quota, String region) {
        return "Subscriber limit exceeded: Requested " + member + " for OnDemandThroughput for "
                + (index == null ? "table" : "index : " + index) + " exceeds " + quota + " of the account in region "
                + region;
    }

    private static String owner(@Nullable String index) {
        return index == null ? "table" : "index " + index;
    }
}
