package org.extenddb.core.expression.error;

/** DynamoDB's texts about key conditions. None of them has "Invalid KeyConditionExpression" before it. */
public final class MessagesKeyCondition {
    public static final String NESTED_OPERATION = "KeyConditionExpressions cannot contain nested operations";
    public static final String NESTED_ATTRIBUTE = "KeyConditionExpressions cannot have conditions on nested attributes";
    public static final String REPEATED_KEY = "KeyConditionExpressions must only contain one condition per key";
    public static final String SEVERAL_NAMES =
            "Invalid condition in KeyConditionExpression: Multiple attribute names used in one condition";
    public static final String NO_NAME = "Invalid condition in KeyConditionExpression: No key attribute specified";
    public static final String NOT_SUPPORTED = "Query key condition not supported";
    public static final String TOO_MANY = "Conditions can be of length 1 or 2 only";
    public static final String TYPE_MISMATCH =
            "One or more parameter values were invalid: Condition parameter type does not match schema type";

    /** For the legacy KeyConditions. */
    public static final String NOT_INDEXABLE = "Attempted conditional constraint is not an indexable operation";

    private MessagesKeyCondition() {}

    public static String invalidOperator(String operator) {
        return "Invalid operator used in KeyConditionExpression: " + operator;
    }

    public static String nameMustComeFirst(String operator) {
        return "Invalid condition in KeyConditionExpression: " + operator
                + " operator must have the key attribute as its first operand";
    }

    public static String missing(String attributeName) {
        return "Query condition missed key schema element: " + attributeName;
    }
}
