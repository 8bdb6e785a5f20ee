package org.extenddb.core.error;

import org.jspecify.annotations.Nullable;

/** The texts of the operations on tags. */
public final class MessagesTag {
    public static final String NO_TAGS = "Atleast one Tag needs to be provided as Input.";
    public static final String NO_TAG_KEYS = "Atleast one Tag Key needs to be provided as Input.";
    public static final String TOO_MANY = "Number of Tags exceed the current limit for the provided ResourceArn";
    public static final String ACCESS_DENIED = "Access is denied";

    private static final String INVALID = "One or more parameter values were invalid: ";

    private MessagesTag() {}

    public static String invalidKey(@Nullable String key) {
        return "The Tag Key provided is invalid, Key: " + key;
    }

    public static String invalidValue(@Nullable String value) {
        return "The Tag Value provided is invalid, Value: " + value;
    }

    public static String reservedKey(String key) {
        return "Tag Key cannot be prefixed with aws:, Key: " + key;
    }

    public static String duplicateKey(String key) {
        return "Duplicate Tag Keys provided as input: Duplicate Tag Key found " + key;
    }

    // ---- the resource

    public static String notAnArn(String arn) {
        return INVALID + "ARNs must start with 'arn:': " + arn;
    }

    public static String notOurs(String arn) {
        return INVALID + "Provided Arn is not a DynamoDB resource arn: " + arn;
    }

    public static String neitherTableNorStream(String arn) {
        return INVALID + "Invalid resource arn provided, only table or stream is accepted. Provided resource arn: "
                + arn;
    }

    public static String otherRegion(String arn) {
        return "Invalid TableArn: Invalid ResourceArn provided as input " + arn;
    }

    public static String notFound(String arn) {
        return "Requested resource not found: ResourceArn: " + arn + " not found";
    }
}
