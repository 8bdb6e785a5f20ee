package org.extenddb.core.error;

import java.util.Collection;
import org.extenddb.core.model.AttributeType;
import org.extenddb.core.model.ScalarType;

/** The texts about items and their keys. */
public final class MessagesItem {
    public static final String TABLE_NOT_FOUND = "Requested resource not found";
    public static final String CONDITION_FAILED = "The conditional request failed";
    public static final String KEY_MISMATCH = "The provided key element does not match the schema";
    public static final String PUT_TOO_LARGE = "Item size has exceeded the maximum allowed size";
    public static final String UPDATE_TOO_LARGE = "Item size to update has exceeded the maximum allowed size";
    public static final String COLLECTION_TOO_LARGE = "Collection size exceeded.";
    public static final String RETURN_VALUES_OLD_ONLY = "ReturnValues can only be ALL_OLD or NONE";

    private static final String INVALID = "One or more parameter values were invalid: ";
    private static final String NOT_VALID = "One or more parameter values are not valid. ";

    /** The text lacks a blank in DynamoDB itself. */
    public static final String HASH_KEY_TOO_LONG =
            INVALID + "Size of hashkey has exceeded the maximum size limit of2048 bytes";

    public static final String RANGE_KEY_TOO_LONG =
            INVALID + "Aggregated size of all range keys has exceeded the size limit of 1024 bytes";

    public static final String INDEX_KEY_TYPE_BY_UPDATE =
            "The update expression attempted to update the secondary index key to unsupported type";

    public static final String INDEX_KEY_TOO_LONG_BY_UPDATE =
            "The update expression attempted to update the secondary index key beyond allowed size limits";

    public static final String BACKFILLING_INDEX_VIOLATED =
            "One or more parameter values were invalid: Schema violation against backfilling index";

    private MessagesItem() {}

    public static String missingKey(String attribute) {
        return INVALID + "Missing the key " + attribute + " in the item";
    }

    public static String keyType(String attribute, ScalarType expected, AttributeType actual) {
        return INVALID + "Type mismatch for key " + attribute + " expected: " + expected + " actual: " + actual;
    }

    public static String emptyKey(String attribute, ScalarType type) {
        return NOT_VALID + emptyValue(type) + " Key: " + attribute;
    }

    public static String indexKeyType(String attribute, ScalarType expected, AttributeType actual, String index) {
        return INVALID + "Type mismatch for Index Key " + attribute + " Expected: " + expected + " Actual: " + actual
                + " IndexName: " + index;
    }

    public static String indexKeyTooLong(String attribute, int actual, int max, String index) {
        return INVALID + "Size limit exceeded for Index Key " + attribute + " Actual Size: " + actual
                + " bytes Max Size: " + max + " bytes IndexName: " + index;
    }

    public static String emptyIndexKey(String attribute, ScalarType type, String index) {
        return NOT_VALID + "A value specified for a secondary index key is not supported. " + emptyValue(type)
                + " IndexName: " + index + ", IndexKey: " + attribute;
    }

    /** UpdateItem names neither index nor attribute. */
    public static String emptyIndexKeyByUpdate(ScalarType type) {
        return NOT_VALID
                + "The update expression attempted to update a secondary index key to a value that is not supported. "
                + emptyValue(type);
    }

    public static String keyUpdated(String attribute) {
        return INVALID + "Cannot update attribute " + attribute + ". This attribute is part of the key";
    }

    /** @param kind Key of the table's own, IndexKey of an index's */
    public static String keyNotScalar(String kind, String attribute) {
        return "Key attributes must be scalars; list random access '[]' and map lookup '.' are not allowed: " + kind
                + ": " + attribute;
    }

    public static String mixedParameters(Collection<String> nonExpression, Collection<String> expression) {
        return "Can not use both expression and non-expression parameters in the same request: Non-expression parameters: {"
                + String.join(", ", nonExpression) + "} Expression parameters: {" + String.join(", ", expression) + "}";
    }

    /**
     * Names or values without an expression that could use them.
     *
     * @param member ExpressionAttributeNames or ExpressionAttributeValues
     */
    public static String withoutExpression(String member) {
        return member + " can only be specified when using expressions";
    }

    public static String duplicateAttributeToGet(String attribute) {
        return INVALID + "Duplicate value in attribute name: " + attribute;
    }

    /** The older layer says which value of ExpressionAttributeValues is the bad one. */
    public static String invalidExpressionValue(String problem, String key) {
        return "ExpressionAttributeValues contains invalid value: " + problem + " for key " + key;
    }

    private static String emptyValue(ScalarType type) {
        return "The AttributeValue for a key attribute cannot contain an empty "
                + (type == ScalarType.S ? "string" : "binary") + " value.";
    }
}
