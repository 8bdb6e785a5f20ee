package org.extenddb.core.error;

import java.util.Collection;

/** The texts of Query and Scan. */
public final class MessagesQuery {
    public static final String CONSISTENT_ON_GLOBAL_INDEX =
            "Consistent reads are not supported on global secondary indexes";
    public static final String NO_KEY_CONDITION =
            "Either the KeyConditions or KeyConditionExpression parameter must be specified in the request.";
    public static final String SPECIFIC_WITHOUT_PROJECTION =
            "Must specify the AttributesToGet or ProjectionExpression when choosing to get SPECIFIC_ATTRIBUTES";
    public static final String PROJECTED_WITHOUT_INDEX =
            "ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName";
    public static final String START_KEY_INVALID = "The provided starting key is invalid";
    public static final String START_KEY_OUTSIDE_PARTITION =
            "The provided starting key is outside query boundaries based on provided conditions";
    public static final String START_KEY_OUTSIDE_RANGE =
            "The provided starting key does not match the range key predicate";
    public static final String TOTAL_SEGMENTS_MISSING =
            "The TotalSegments parameter is required but was not present in the request when Segment parameter is present";
    public static final String SEGMENT_MISSING =
            "The Segment parameter is required but was not present in the request when parameter TotalSegments is present";

    private static final String INVALID = "One or more parameter values were invalid: ";

    private MessagesQuery() {}

    /** Scan says why a start key is none. */
    public static String startKeyInvalid(String problem) {
        return START_KEY_INVALID + ": " + problem;
    }

    public static String startKeyOutsideSegment(int segment, int totalSegments) {
        return startKeyInvalid(
                "Invalid ExclusiveStartKey. Please use ExclusiveStartKey with correct Segment. TotalSegments: "
                        + totalSegments + " Segment: " + segment);
    }

    public static String noSuchIndex(String index) {
        return "The table does not have the specified index: " + index;
    }

    public static String indexBackfilling(String index) {
        return "Cannot read from backfilling global secondary index: " + index;
    }

    /**
     * A projection beside a Select that has no use for one.
     *
     * @param parameter ProjectionExpression or AttributesToGet
     * @param choice the Select as DynamoDB's text spells it
     */
    public static String projectionWithSelect(String parameter, String choice) {
        return "Cannot specify the " + parameter + " when choosing to get " + choice;
    }

    public static String allAttributesOnGlobalIndex(String index) {
        return INVALID + "Select type ALL_ATTRIBUTES is not supported for global secondary index " + index
                + " because its projection type is not ALL";
    }

    public static String notProjected(String index, Collection<String> attributes) {
        return INVALID + "Global secondary index " + index + " does not project [" + String.join(", ", attributes)
                + "]";
    }

    public static String filterNotProjected(String index, Collection<String> attributes) {
        return INVALID + "Secondary index " + index + " does not project one or more filter attributes: ["
                + String.join(", ", attributes) + "]";
    }

    public static String segmentTooLarge(int segment, int totalSegments) {
        return "The Segment parameter is zero-based and must be less than parameter TotalSegments: Segment: " + segment
                + " is not less than TotalSegments: " + totalSegments;
    }

    public static String keyAttributeInFilter(String member, String attribute) {
        return member + " can only contain non-primary key attributes: Primary key attribute: " + attribute;
    }
}
