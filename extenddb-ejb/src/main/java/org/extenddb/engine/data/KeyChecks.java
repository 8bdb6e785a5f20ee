package org.extenddb.engine.data;

import java.util.List;
import java.util.Map;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.MessagesItem;
import org.extenddb.core.key.ItemKeys;
import org.extenddb.core.model.AttributeValue;
import org.extenddb.core.model.AttributeValue.BinaryValue;
import org.extenddb.core.model.AttributeValue.StringValue;
import org.extenddb.core.model.ItemSize;
import org.extenddb.core.model.KeyAttribute;
import org.extenddb.core.model.KeySchema;
import org.jspecify.annotations.Nullable;

/**
 * Checks key attributes against a schema.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html">Limits of keys</a>
 */
public final class KeyChecks {

    private KeyChecks() {}

    /** Checks the Key of a request: the attributes of the schema and no others, with valid values. */
    public static void key(KeySchema schema, Map<String, AttributeValue> key) {
        List<KeyAttribute> attributes = schema.attributes();
        if (!matches(attributes, key)) {
            throw DynamoDbException.validation(MessagesItem.KEY_MISMATCH);
        }
        values(schema, key);
    }

    /** Whether {@code key} has exactly these attributes, each of the right type. */
    public static boolean matches(List<KeyAttribute> attributes, Map<String, AttributeValue> key) {
        if (key.size() != attributes.size()) {
            return false;
        }
        for (KeyAttribute attribute : attributes) {
            AttributeValue value = key.get(attribute.name());
            if (value == null || !attribute.type().matches(value)) {
                return false;
            }
        }
        return true;
    }

    /** Checks the table's key attributes within a whole item. */
    public static void item(KeySchema schema, Map<String, AttributeValue> item) {
        for (KeyAttribute attribute : schema.attributes()) {
            AttributeValue value = item.get(attribute.name());
            if (value == null) {
                throw DynamoDbException.validation(MessagesItem.missingKey(attribute.name()));
            }
            if (!attribute.type().matches(value)) {
                throw DynamoDbException.validation(
                        MessagesItem.keyType(attribute.name(), attribute.type(), value.type()));
            }
        }
        values(schema, item);
    }

    /** Checks emptiness and sizes; types are right. */
    public static void values(KeySchema schema, Map<String, AttributeValue> key) {
        for (KeyAttribute attribute : schema.attributes()) {
            if (isEmpty(key.get(attribute.name()))) {
                throw DynamoDbException.validation(MessagesItem.emptyKey(attribute.name(), attribute.type()));
            }
        }
        sizes(schema, key);
    }

    /** Checks sizes; attributes that are absent count nothing. */
    static void sizes(KeySchema schema, Map<String, AttributeValue> key) {
        String problem = tooLong(schema, key);
        if (problem != null) {
            throw DynamoDbException.validation(problem);
        }
    }

    /** What DynamoDB says of a key that is too long; null when it is not. Attributes that are absent count nothing. */
    static @Nullable String tooLong(KeySchema schema, Map<String, AttributeValue> key) {
        if (ItemKeys.size(schema.hash(), key) > ItemSize.MAX_HASH_KEY) {
            return MessagesItem.HASH_KEY_TOO_LONG;
        }
        return ItemKeys.size(schema.range(), key) > ItemSize.MAX_RANGE_KEY ? MessagesItem.RANGE_KEY_TOO_LONG : null;
    }

    /** Whether a value is one of length zero, which no key may have. */
    public static boolean isEmpty(@Nullable AttributeValue value) {
        return value instanceof StringValue s && s.value().isEmpty()
                || value instanceof BinaryValue b && b.value().isEmpty();
    }
}
