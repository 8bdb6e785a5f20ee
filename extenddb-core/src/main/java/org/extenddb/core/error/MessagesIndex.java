package org.extenddb.core.error;

import java.util.Collection;

/** The texts about global indexes that are created and deleted while their table is in use. */
public final class MessagesIndex {
    public static final String ONE_AT_A_TIME =
            "Subscriber limit exceeded: Only 1 online index can be created or deleted simultaneously per table";
    public static final String EXISTS = "Attempting to create an index which already exists";
    public static final String SEVERAL_ACTIONS =
            invalid("Only one global secondary index action is allowed per GlobalSecondaryIndexUpdate object");
    public static final String NO_UPDATES = invalid("List of GlobalSecondaryIndexUpdates is empty");
    public static final String WITH_THROUGHPUT = invalid("You cannot create or delete index while updating table IOPS");
    public static final String TABLE_NOT_DELETED =
            inUse("Cannot delete table while indexes are being created, updated, or deleted.");

    private MessagesIndex() {}

    private static String invalid(String text) {
        return "One or more parameter values were invalid: " + text;
    }

    private static String inUse(String text) {
        return "Attempt to change a resource which is still in use: " + text;
    }

    private static String of(String table, String index) {
        return " Table: " + table + " Index: " + index;
    }

    // ---- what is asked for

    public static String withoutDefinitions(String index) {
        return invalid("AttributeDefinitions is not specified for index: " + index);
    }

    public static String tooMany(int limit) {
        return "Subscriber limit exceeded: Number of global secondary indexes exceeds per-table limit of " + limit;
    }

    public static String notDeletable(String index) {
        return "Cannot delete an index that is not a GlobalSecondaryIndex: " + index;
    }

    public static String notUpdatable(String index) {
        return "Cannot update an index that is not a GlobalSecondaryIndex: " + index;
    }

    public static String notFound(String table, String index) {
        return "Requested resource not found: Index " + index + " for table " + table;
    }

    // ---- what is under way

    /** DynamoDB's two spaces. */
    public static String beingCreated(String table, String index) {
        return inUse("Index is being created. ") + of(table, index);
    }

    /** DynamoDB's two spaces. */
    public static String notBackfillingYet(String table, String index) {
        return inUse("Index is being created but is not backfilling yet. ") + of(table, index);
    }

    public static String beingAllocated(String table, String index) {
        return inUse("Index creation is in resource allocation phase."
                        + " Retry deletion during backfilling phase or when the index is active.")
                + of(table, index);
    }

    public static String beingDeleted(String table, String index) {
        return inUse("Index is being deleted.") + of(table, index);
    }

    public static String streamHeld(String table, Collection<String> indexes) {
        return inUse(
                "Can't change stream status when an index is being created. Table: " + table + " Indexes: " + indexes);
    }

    /** @param change what becomes of the indexes: {@code created} or {@code deleted} */
    public static String throughputHeld(String change, String table, Collection<String> indexes) {
        return inUse("Can't change table IOPS when an index is being " + change + ". Table: " + table + " Indexes: "
                + indexes);
    }
}
