package org.extenddb.core.expression.error;

/** DynamoDB's texts about updates that do not fit the item. */
public final class MessagesUpdate {
    public static final String INVALID_PATH =
            "The document path provided in the update expression is invalid for update";
    public static final String INCORRECT_TYPE = "An operand in the update expression has an incorrect data type";
    public static final String MISSING_ATTRIBUTE =
            "The provided expression refers to an attribute that does not exist in the item";

    private MessagesUpdate() {}
}
