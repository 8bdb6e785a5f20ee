package org.extenddb.core.error;

/** The texts of streams: of their specification, and of the operations that read them. */
public final class MessagesStream {
    public static final String CREATED_WITHOUT_VIEW_TYPE =
            invalid("Table is being created with a stream enabled, UpdateViewType is required");
    public static final String CREATED_WITH_VIEW_TYPE =
            invalid("Table is being created with a stream disabled, UpdateViewType should not be specified");
    public static final String ENABLED_WITHOUT_VIEW_TYPE =
            invalid("If stream is being enabled then UpdateViewType is required");
    public static final String DISABLED_WITH_VIEW_TYPE =
            invalid("If stream is being disabled, then UpdateViewType must not be specified");
    public static final String WITH_THROUGHPUT = invalid("You cannot modify stream status while updating table IOPS");
    public static final String WITH_INDEX = invalid("You cannot create or delete index while changing stream status");

    public static final String TRIMMED = "The data you are trying to access has been trimmed";
    public static final String EXPIRED =
            "The shard iterator has expired and can no longer be used to retrieve stream records.";
    public static final String INVALID_ITERATOR = "Invalid ShardIterator.";
    public static final String SHARD_NOT_FOUND = "Requested resource not found: Shard does not exist";

    private MessagesStream() {}

    private static String invalid(String text) {
        return "One or more parameter values were invalid: " + text;
    }

    public static String alreadyEnabled(String table) {
        return "Table already has an enabled stream: TableName: " + table;
    }

    public static String noneToDisable(String table) {
        return "Table has no stream to disable: TableName: " + table;
    }

    /** Throughput or billing mode are changed, and that is under way. */
    public static String throughputBeingUpdated(String table) {
        return "Attempt to change a resource which is still in use: Can't enable or disable stream while table IOPS are"
                + " being updated. Table: " + table;
    }

    public static String notFound(String arn) {
        return "Requested resource not found: Stream: " + arn + " not found";
    }

    /** Our own words: DynamoDB's are not known. */
    public static String invalidArn(String arn) {
        return "Invalid StreamArn: " + arn;
    }

    /** Our own words: DynamoDB's are not known. */
    public static String sequenceNumberRequired(String type) {
        return "SequenceNumber must be specified when ShardIteratorType is " + type;
    }

    /** Our own words: DynamoDB's are not known. */
    public static String sequenceNumberNotAllowed(String type) {
        return "SequenceNumber must not be specified when ShardIteratorType is " + type;
    }

    /** Our own words: DynamoDB's are not known. */
    public static String outsideOfShard(String sequenceNumber, String shardId) {
        return "Invalid SequenceNumber: " + sequenceNumber + " is not in the range of shard " + shardId;
    }

    /** Our own words: DynamoDB's are not known. */
    public static String filterIncomplete() {
        return "ShardFilter needs both Type and ShardId";
    }
}
