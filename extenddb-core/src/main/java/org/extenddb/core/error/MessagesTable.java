package org.extenddb.core.error;

import java.util.Collection;

/** The texts of the table operations. */
public final class MessagesTable {
    public static final String KEY_WITHOUT_DEFINITION =
            "Invalid KeySchema: Some index key attribute have no definition";
    public static final String SAME_KEY_NAME =
            "Invalid KeySchema: Both the Hash Key and the Range Key element in the KeySchema have the same name";
    public static final String FIRST_KEY_NOT_HASH =
            "Invalid KeySchema: The first KeySchemaElement is not a HASH key type";
    public static final String SECOND_KEY_NOT_RANGE =
            "Invalid KeySchema: The second KeySchemaElement is not a RANGE key type";

    public static final String SAME_KEY_NAME_OF_SEVERAL =
            "The KeySchema contains multiple key attributes with the same name";
    public static final String HASH_AFTER_RANGE =
            invalid("All HASH key attributes must precede RANGE key attributes in the KeySchema");

    public static final String UNUSED_DEFINITIONS =
            invalid("Number of attributes in KeySchema does not exactly match number"
                    + " of attributes defined in AttributeDefinitions");
    public static final String TABLE_WITHOUT_RANGE_KEY = invalid(
            "Table KeySchema does not have a range key, which is required when specifying a LocalSecondaryIndex");
    public static final String INCLUDE_WITHOUT_ATTRIBUTES =
            invalid("ProjectionType is INCLUDE, but NonKeyAttributes is not specified");
    public static final String UNKNOWN_PROJECTION_TYPE = invalid("Unknown ProjectionType: null");
    public static final String DELETION_PROTECTED =
            "Resource cannot be deleted as it is currently protected against deletion. Disable deletion protection first.";
    public static final String NO_CHANGE = "At least one of ProvisionedThroughput, BillingMode, UpdateStreamEnabled,"
            + " GlobalSecondaryIndexUpdates, SSESpecification, ReplicaUpdates, MultiAccountReplicaReady,"
            + " ReplicaTransitRoleArn, MultiRegionConsistency, DeletionProtectionEnabled, OnDemandThroughput,"
            + " WarmThroughput or TableClass is required";
    public static final String NO_INDEX_ACTION = invalid("One of GlobalSecondaryIndexUpdate.Update,"
            + " GlobalSecondaryIndexUpdate.Create, GlobalSecondaryIndexUpdate.Delete must not be null");

    public static final String ENCRYPTION_ALONE = alone("Server-Side Encryption modification");
    public static final String TABLE_CLASS_ALONE = alone("TableClass modification");
    public static final String DELETION_PROTECTION_ALONE = alone("DeletionProtection modification");
    public static final String WARM_THROUGHPUT_ALONE = alone("WarmThroughput");
    public static final String INDEX_WITH_WARM_THROUGHPUT =
            invalid("Create global secondary index cannot be specified when updating WarmThroughput");
    public static final String ON_DEMAND_WITH_BILLING_MODE =
            invalid("OnDemandThroughput can only be combined with BillingMode in an UpdateTable request");

    public static final String ALREADY_ENCRYPTED_BY_DEFAULT = invalid("Table is already encrypted by default");
    public static final String SAME_ENCRYPTION = invalid("Table is already encrypted with given KMSMasterKeyId."
            + " Use KMSMasterKeyId parameter if you want to change Master Key");
    public static final String SSE_TYPE_WHEN_DISABLED = invalid("SSEType can not be specified if Enabled is false");
    public static final String KMS_KEY_WHEN_DISABLED =
            invalid("KMSMasterKeyId can not be specified if Enabled is false");
    public static final String KMS_KEY_WITHOUT_SSE_TYPE =
            invalid("SSEType KMS is required if KMSMasterKeyId is specified");
    public static final String SSE_TYPE_AES256 = invalid("SSEType AES256 is not supported");

    public static final String TABLE_CLASS_CHANGES =
            "Subscriber limit exceeded: Updates to TableClass are limited to 2 times in 30 day(s).";

    private MessagesTable() {}

    private static String invalid(String text) {
        return "One or more parameter values were invalid: " + text;
    }

    private static String alone(String what) {
        return invalid(what + " must be the only operation in the request");
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

    public static String duplicateDefinition(String attribute) {
        return "Attribute Name is duplicated: " + attribute;
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

    public static String duplicateNonKeyAttribute(String attribute) {
        return invalid("Duplicate element in NonKeyAttributes: " + attribute);
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

    /** @param keyType HASH or RANGE */
    public static String tooManyKeyElements(String keyType) {
        return invalid("The KeySchema exceeds the maximum allowed number of " + keyType + " key attributes");
    }

    /** Our own words: DynamoDB's are not known. */
    public static String tooManyProjected(int limit) {
        return invalid("Number of projected attributes in all indexes exceeds the per-table limit of " + limit);
    }

    public static String severalUpdatesOfIndex(String index) {
        return invalid("Only one global secondary index update per index is allowed simultaneously. Index: " + index);
    }

    // ---- the table itself

    public static String unknownTableClass(Collection<String> classes) {
        return "Invalid table-class parameter provided. Please try again with a valid table-class value: " + classes
                + ".";
    }

    public static String tooManyTables(int quota) {
        return "Subscriber limit exceeded: There is a limit of " + quota + " tables per subscriber";
    }

    public static String exists(String table) {
        return "Table already exists: " + table;
    }

    /** A restore fills it. */
    public static String beingUsed(String table) {
        return "Table is being used: " + table;
    }

    public static String notFound(String table) {
        return "Requested resource not found: Table: " + table + " not found";
    }

    public static String beingCreated(String table) {
        return "Attempt to change a resource which is still in use: Table is being created: " + table;
    }

    public static String beingDeleted(String table) {
        return "Attempt to change a resource which is still in use: Table is being deleted: " + table;
    }

    public static String beingUpdated(String table) {
        return "Attempt to change a resource which is still in use: Table: " + table
                + " is in the process of being updated.";
    }

    /** Throughput or billing mode are changed while the last such change is under way. */
    public static String throughputBeingUpdated(String table) {
        return "Attempt to change a resource which is still in use: Table IOPS are currently being updated. Table: "
                + table;
    }

    /** What this server cannot do (yet): see docs/differences-from-dynamodb.md. */
    public static String unavailable(String what) {
        return invalid(what + " is not available");
    }
}
