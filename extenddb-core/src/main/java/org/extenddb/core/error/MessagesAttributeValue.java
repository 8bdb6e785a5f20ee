package org.extenddb.core.error;

import java.util.List;

/** DynamoDB's bare words for attribute values that are no valid values; operations wrap them in wordings of their own. */
public final class MessagesAttributeValue {
    public static final String EMPTY =
            "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes";
    public static final String SEVERAL_TYPES =
            "Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes";
    public static final String NESTED_TOO_DEEP =
            "Nesting Levels have exceeded supported limits: Attributes in the item have nested levels beyond supported limit";
    public static final String NAME_TOO_LONG = "Attribute name is too large, must be less than 65536 bytes";
    public static final String NUMBER_SET_DUPLICATES = "Input collection contains duplicates";

    private static final String INVALID = "One or more parameter values were invalid: ";

    public static final String NULL_NOT_TRUE = INVALID + "Null attribute value types must have the value of true";
    public static final String STRING_SET_EMPTY = INVALID + "An string set  may not be empty";
    public static final String NUMBER_SET_EMPTY = INVALID + "An number set  may not be empty";
    public static final String BINARY_SET_EMPTY = INVALID + "Binary sets should not be empty";

    private MessagesAttributeValue() {}

    public static String stringSetDuplicates(List<String> members) {
        return INVALID + "Input collection [" + String.join(", ", members) + "] contains duplicates.";
    }

    /** DynamoDB leaves the blank out. */
    public static String binarySetDuplicates(List<String> members) {
        return INVALID + "Input collection [" + String.join(", ", members) + "]of type BS contains duplicates.";
    }
}
