package org.extenddb.core.error;

import java.util.List;

/** The texts of member constraints: what a request breaks before DynamoDB looks at any table. */
public final class MessagesConstraints {
    private MessagesConstraints() {}

    /** All violations of one request in one text. */
    public static String detected(List<String> violations) {
        return (violations.size() == 1 ? "1 validation error" : violations.size() + " validation errors")
                + " detected: "
                + String.join("; ", violations);
    }

    public static String notNull(String member) {
        return "Value null at '" + member + "' failed to satisfy constraint: Member must not be null";
    }

    public static String minLength(String member, Object value, long min) {
        return failed(member, value) + "Member must have length greater than or equal to " + min;
    }

    public static String maxLength(String member, Object value, long max) {
        return failed(member, value) + "Member must have length less than or equal to " + max;
    }

    public static String pattern(String member, Object value, String pattern) {
        return failed(member, value) + "Member must satisfy regular expression pattern: " + pattern;
    }

    public static String enumValue(String member, Object value, List<String> allowed) {
        return failed(member, value) + "Member must satisfy enum value set: [" + String.join(", ", allowed) + "]";
    }

    public static String minValue(String member, Object value, long min) {
        return failed(member, value) + "Member must have value greater than or equal to " + min;
    }

    public static String maxValue(String member, Object value, long max) {
        return failed(member, value) + "Member must have value less than or equal to " + max;
    }

    /** A newer layer of DynamoDB names no value and writes the member as the request does. */
    public static String minValueUnquoted(String member, long min) {
        return "Value at '" + member
                + "' failed to satisfy constraint: Member must have value greater than or equal to " + min;
    }

    /** An ARN in the place of a table's name. */
    public static String otherRegion(String arn) {
        return detected(List.of("Invalid AWS region in '" + arn + "'"));
    }

    /** An ARN in the place of a table's name. */
    public static String otherPartition(String arn) {
        return detected(List.of("Invalid AWS partition in '" + arn + "'"));
    }

    /** An ARN in the place of a table's name. */
    public static String otherResourceType(String arn) {
        return detected(List.of("Invalid resource type in '" + arn + "'"));
    }

    private static String failed(String member, Object value) {
        return "Value '" + value + "' at '" + member + "' failed to satisfy constraint: ";
    }
}
