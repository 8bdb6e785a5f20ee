package org.extenddb.core.error;

/** The texts of BatchGetItem and BatchWriteItem. */
public final class MessagesBatch {
    public static final String DUPLICATE_KEYS = "Provided list of item keys contains duplicates";
    public static final String TOO_MANY_READS = "Too many items requested for the BatchGetItem call";
    public static final String TOO_MANY_WRITES = "Too many items requested for the BatchWriteItem call";
    public static final String NO_WRITES = "The requestItems parameter is required for BatchWriteItem";

    private static final String FAILED = " failed to satisfy constraint: ";
    private static final String TABLE_NAMES =
            "Map keys must satisfy constraint: [Member must have length less than or equal to 255, "
                    + "Member must have length greater than or equal to 3, "
                    + "Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+]";

    private MessagesBatch() {}

    /** A member of BatchGetItem, whose newer layer names no value and writes members as the request does. */
    public static String tooShort(String member, int min) {
        return "Value at '" + member + "'" + FAILED + "Member must have length greater than or equal to " + min;
    }

    /** The same for one that is too long. */
    public static String tooLong(String member, int max) {
        return "Value at '" + member + "'" + FAILED + "Member must have length less than or equal to " + max;
    }

    public static String readTableNames() {
        return "Value at 'RequestItems'" + FAILED + TABLE_NAMES;
    }

    /** BatchWriteItem shows the whole map. */
    public static String writeTableNames(String requestItems) {
        return "Value '" + requestItems + "' at 'requestItems'" + FAILED + TABLE_NAMES;
    }

    /** A table's list that is empty or too long. */
    public static String writeListSize(String requestItems, int max) {
        return "Value '" + requestItems + "' at 'requestItems'" + FAILED
                + "Map value must satisfy constraint: [Member must have length less than or equal to " + max
                + ", Member must have length greater than or equal to 1]";
    }
}
