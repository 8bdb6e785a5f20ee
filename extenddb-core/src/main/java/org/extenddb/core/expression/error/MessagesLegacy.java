package org.extenddb.core.expression.error;

import org.extenddb.core.model.AttributeType;

/** DynamoDB's texts about Expected, AttributeUpdates, KeyConditions, QueryFilter and ScanFilter. */
public final class MessagesLegacy {
    private static final String INVALID = "One or more parameter values were invalid: ";

    public static final String MIXED_TYPES = INVALID + "AttributeValues inside AttributeValueList must be of same type";
    public static final String REVERSED_BETWEEN =
            "The BETWEEN condition was provided a range where the lower bound is greater than the upper bound";
    public static final String OPERATOR_WITHOUT_CONDITIONS =
            "ConditionalOperator cannot be used without Filter or Expected";
    public static final String OPERATOR_OF_ONE_CONDITION =
            "ConditionalOperator can only be used when Filter or Expected has two or more elements";
    public static final String UPDATE_WITHOUT_VALUE =
            INVALID + "Only DELETE action is allowed when no attribute value is specified";
    public static final String UPDATE_TYPE_MISMATCH = "Type mismatch for attribute to update";

    private MessagesLegacy() {}

    public static String valueAndList(String attribute) {
        return INVALID + "Value and AttributeValueList cannot be used together for Attribute: " + attribute;
    }

    public static String existsAndOperator(String attribute) {
        return INVALID + "Exists and ComparisonOperator cannot be used together for Attribute: " + attribute;
    }

    public static String operatorWithoutValue(String operator, String attribute) {
        return INVALID + "Value or AttributeValueList must be used with ComparisonOperator: " + operator
                + " for Attribute: " + attribute;
    }

    public static String listWithoutOperator(String attribute) {
        return INVALID + "AttributeValueList can only be used with a ComparisonOperator for Attribute: " + attribute;
    }

    /** @param exists {@code true}, or {@code null} where the request does not say */
    public static String missingValue(String exists, String attribute) {
        return INVALID + "Value must be provided when Exists is " + exists + " for Attribute: " + attribute;
    }

    public static String surplusValue(String attribute) {
        return INVALID + "Value cannot be used when Exists is false for Attribute: " + attribute;
    }

    public static String operandCount(String operator) {
        return INVALID + "Invalid number of argument(s) for the " + operator + " ComparisonOperator";
    }

    public static String operandType(String operator, AttributeType type) {
        return INVALID + "ComparisonOperator " + operator + " is not valid for " + type + " AttributeValue type";
    }

    public static String addType(AttributeType type) {
        return INVALID + "ADD action is not supported for the type " + type;
    }

    public static String deleteType(AttributeType type) {
        return INVALID + "DELETE action with value is not supported for the type " + type;
    }
}
