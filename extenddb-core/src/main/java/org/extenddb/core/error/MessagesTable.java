package org.extenddb.core.error;

import java.util.Collection;

/** The texts of the table operations. */
public final class MessagesTable {
    public static final String NO_THROUGHPUT_ON_DEMAND = invalid(
            "Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is PAY_PER_REQUEST");
    public static final String THROUGHPUT_REQUIRED =
            invalid("ReadCapacityUnits and WriteCapacityUnits must both be specified when BillingMode is PROVISIONED");
    public static final String KEY_WITHOUT_DEFINITION =
            "Invalid KeySchema: Some index key attribute have no definition";
    public static final String SAME_KEY_NAME =
            "Both the Hash Key and the Range Key element in the KeySchema have the same name";
    public static final String FIRST_KEY_NOT_HASH =
            "Invalid KeySchema: The first KeySchemaElement is not a HASH key type";
    public static final String SECOND_KEY_NOT_RANGE =
            "Invalid KeySchema: The second KeySchemaElement is not a RANGE key type";

    /** Our own words: DynamoDB's are not known. */
    public static final String HASH_AFTER_RANGE =
            "Invalid KeySchema: All HASH key elements must come before the RANGE key elements";

    public static final String UNUSED_DEFINITIONS =
            invalid("Number of attributes in KeySchema does not exactly match number"
                    + " of attributes defined in AttributeDefinitions");
    public static final String TABLE_WITHOUT_RANGE_KEY = invalid(
            "Table KeySchema does not have a range key, which is required when specifying a LocalSecondaryIndex");
    public static final String INCLUDE_WITHOUT_ATTRIBUTES =
            invalid("ProjectionType is INCLUDE, but NonKeyAttributes is not specified");
    public static final String UNKNOWN_PROJECTION_TYPE = invalid("Unknown ProjectionType: null");
    public static final String VIEW_TYPE_WITHOUT_STREAM =
            invalid("Table is being created with a stream disabled, UpdateViewType should not be specified");
    public static final String DELETION_PROTECTED =
            "Resource cannot be deleted as it is currently protected against deletion. Disable deletion protection first.";
    public static final String NO_CHANGE = "At least one of ProvisionedThroughput, BillingMode, UpdateStreamEnabled,"
            + " GlobalSecondaryIndexUpdates or SSESpecification or ReplicaUpdates is required";
    public static final String NO_INDEX_ACTION = invalid("One of GlobalSecondaryIndexUpdate.Update,"
            + " GlobalSecondaryIndexUpdate.Create, GlobalSecondaryIndexUpdate.Delete must not be null");

    public static final String SAME_ENCRYPTION = invalid("Table is already encrypted by given KMSMasterKeyId");

    private MessagesTable() {}

    private static String invalid(String text) {
        return "One or more parameter values were invalid: " + text;
    }

    // ---- keys and indexes

    public static String keysNotDefined(Collection<String> keys, Collection<String> definitions) {
        return invalid("Some index key attributes are not defined in AttributeDefinitions. Keys: " + keys
                + ", AttributeDefinitions: " + definitions);
    }

    public static String definitionsNotUsed(Collection<String> definitions, Collection<String> keys) {
        return invalid("Some AttributeDefinitions are not used. AttributeDefinitions: " + definitions + ", keys used: "
                + keys);
    }

    /** Our own words: DynamoDB's are not known. */
    public static String duplicateDefinition(String attribute) {
        return invalid("Duplicate AttributeName in AttributeDefinitions: " + attribute);
    }

    public static String emptyIndexes(String member) {
        return invalid("List of " + member + " is empty");
    }

    public static String indexWithoutRangeKey(String index) {
        return invalid("Index KeySchema does not have a range key for index: " + index);
    }

    public static String otherHashKey(String index, String indexHash, String tableHash) {
        return invalid("Index KeySchema does not have the same leading hash key as table KeySchema for index: " + index
                + ". index hash key: " + indexHash + ", table hash key: " + tableHash);
    }

    public static String attributesNotAllowed(String projectionType) {
        return invalid("ProjectionType is " + projectionType + ", but NonKeyAttributes is specified");
    }

    public static String duplicateIndex(String index) {
        return invalid("Duplicate index name: " + index);
    }

    public static String tooManyLocalIndexes(int limit) {
        return invalid("Number of LocalSecondaryIndexes exceeds per-table limit of " + limit);
    }

    public static String tooManyGlobalIndexes(int limit) {
        return invalid("GlobalSecondaryIndex count exceeds the per-table limit of " + limit);
    }

    /** Our own words: DynamoDB's are not known. */
    public static String tooManyKeyElements(String keyType, int limit) {
        return "Invalid KeySchema: The number of " + keyType + " key elements exceeds the limit of " + limit;
    }

    /** Our own words: DynamoDB's are not known. */
    public static String tooManyProjected(int limit) {
        return invalid("Number of projected attributes in all indexes exceeds the per-table limit of " + limit);
    }

    // ---- throughput

    public static String outOfBounds(long units, String member) {
        return "Given value " + units + " for " + member + " is out of bounds";
    }

    public static String indexThroughputOnDemand(String index) {
        return invalid("ProvisionedThroughput should not be specified for index: " + index
                + " when BillingMode is PAY_PER_REQUEST");
    }

    public static String indexThroughputRequired(Collection<String> indexes) {
        return invalid("ProvisionedThroughput must be specified for index: " + String.join(",", indexes));
    }

    /**
     * An update that would change nothing.
     *
     * @param what {@code table} or {@code index <name>}
     */
    public static String throughputUnchanged(String what, long readUnits, long writeUnits) {
        String kind = what.startsWith("index") ? "index" : "table";
        return "The provisioned throughput for the " + what + " will not change. The requested value equals the current"
                + " value. Current ReadCapacityUnits provisioned for the " + kind + ": " + readUnits
                + ". Requested ReadCapacityUnits: " + readUnits + ". Current WriteCapacityUnits provisioned for the "
                + kind
                + ": " + writeUnits + ". Requested WriteCapacityUnits: " + writeUnits
                + ". Refer to the Amazon DynamoDB Developer Guide for current limits and how to request higher limits.";
    }

    public static String tooManyDecreases(int decreasesToday, String lastDecrease, String nextDecrease) {
        return "Subscriber limit exceeded: Provisioned throughput decreases are limited within a given UTC day. After the"
                + " first 4 decreases, each subsequent decrease in the same UTC day can be performed at most once every 3600"
                + " seconds. Number of decreases today: " + decreasesToday + ". Last decrease at " + lastDecrease
                + ". Next decrease can be made at " + nextDecrease;
    }

    public static String severalUpdatesOfIndex(String index) {
        return invalid("Only one global secondary index update per index is allowed simultaneously. Index: " + index);
    }

    // ---- the table itself

    public static String exists(String table) {
        return "Table already exists: " + table;
    }

    public static String notFound(String table) {
        return "Requested resource not found: Table: " + table + " not found";
    }

    public static String indexNotFound(String table, String index) {
        return "Requested resource not found: Table: " + table + " Index: " + index + " not found";
    }

    public static String beingCreated(String table) {
        return "Attempt to change a resource which is still in use: Table is being created: " + table;
    }

    /** What this server cannot do (yet): see docs/differences-from-dynamodb.md. */
    public static String unavailable(String what) {
        return invalid(what + " is not available");
    }
}
