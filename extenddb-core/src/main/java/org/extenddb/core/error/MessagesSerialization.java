package org.extenddb.core.error;

/** DynamoDB's words for bodies whose JSON has the wrong shape. */
public final class MessagesSerialization {
    /** An object where a scalar or a list belongs. */
    public static final String OBJECT_NOT_EXPECTED = "Start of structure or map found where not expected";

    /** A scalar where a member is a structure, a list or a map. */
    public static final String UNEXPECTED_FIELD_TYPE = "Unexpected field type";

    /** A scalar where an element of a list or a map is a structure. */
    public static final String UNEXPECTED_VALUE_TYPE = "Unexpected value type in payload";

    /** A string other than "true" and "false" where a Boolean belongs. */
    public static final String NOT_A_BOOLEAN = "Unexpected token received from parser";

    public static final String BINARY_NOT_A_STRING = "only base-64-encoded strings are convertible to bytes";

    /** DynamoDB spells it so. */
    public static final String BASE64_PADDING = "Invalid last non-pad Base64 character dectected";

    private MessagesSerialization() {}

    public static String cannotBeConverted(String token, String target) {
        return token + " cannot be converted to " + target;
    }

    public static String base64Length(int length) {
        return "Base64 encoded length is expected a multiple of 4 bytes but found: " + length;
    }

    public static String base64Character(char character) {
        return "Invalid Base64 character: '" + character + "'";
    }
}
