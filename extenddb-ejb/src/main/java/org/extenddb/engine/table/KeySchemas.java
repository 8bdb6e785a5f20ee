package org.extenddb.engine.table;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.extenddb.core.api.table.AttributeDefinition;
import org.extenddb.core.api.table.KeySchemaElement;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.MessagesTable;
import org.extenddb.core.model.KeyAttribute;
import org.extenddb.core.model.KeySchema;
import org.extenddb.core.model.ScalarType;

/** Makes key schemas of what was sent, with the types of one request's AttributeDefinitions. */
final class KeySchemas {
    private static final int MAX_OF_A_KIND = 4;

    private final Map<String, KeyAttribute> definitions = new LinkedHashMap<>();

    /** Takes definitions that satisfy their member constraints. */
    KeySchemas(List<AttributeDefinition> sent) {
        for (AttributeDefinition definition : sent) {
            String name = Objects.requireNonNull(definition.attributeName());
            ScalarType type = ScalarType.valueOf(Objects.requireNonNull(definition.attributeType()));
            if (definitions.put(name, new KeyAttribute(name, type)) != null) {
                throw DynamoDbException.validation(MessagesTable.duplicateDefinition(name));
            }
        }
    }

    List<KeyAttribute> definitions() {
        return List.copyOf(definitions.values());
    }

    /** The key of a table. */
    KeySchema table(List<KeySchemaElement> schema) {
        if (schema.size() > definitions.size()) {
            throw DynamoDbException.validation(MessagesTable.KEY_WITHOUT_DEFINITION);
        }
        return simple(schema);
    }

    /** The key of a table or of a local index: a HASH and perhaps a RANGE attribute. */
    KeySchema simple(List<KeySchemaElement> schema) {
        checkNames(schema);
        if (schema.size() > 1 && isHash(schema.get(1))) {
            throw DynamoDbException.validation(
                    isHash(schema.get(0)) ? MessagesTable.SECOND_KEY_NOT_RANGE : MessagesTable.FIRST_KEY_NOT_HASH);
        }
        return of(schema);
    }

    /** The key of a global index: up to four HASH and then up to four RANGE attributes. */
    KeySchema global(List<KeySchemaElement> schema) {
        checkNames(schema);
        KeySchema key = of(schema);
        List<String> sent = schema.stream().map(KeySchemaElement::attributeName).toList();
        if (!key.attributes().stream().map(KeyAttribute::name).toList().equals(sent)) {
            throw DynamoDbException.validation(MessagesTable.HASH_AFTER_RANGE);
        }
        checkCount(key.hash(), KeySchemaElement.HASH);
        checkCount(key.range(), KeySchemaElement.RANGE);
        return key;
    }

    /** Every definition has to be the key of something. */
    void checkUsed(Collection<String> used) {
        if (!used.containsAll(definitions.keySet())) {
            throw DynamoDbException.validation(MessagesTable.definitionsNotUsed(definitions.keySet(), used));
        }
    }

    private KeySchema of(List<KeySchemaElement> schema) {
        if (!isHash(schema.get(0))) {
            throw DynamoDbException.validation(MessagesTable.FIRST_KEY_NOT_HASH);
        }
        return new KeySchema(ofType(schema, KeySchemaElement.HASH), ofType(schema, KeySchemaElement.RANGE));
    }

    private void checkNames(List<KeySchemaElement> schema) {
        List<String> names = schema.stream()
                .map(KeySchemaElement::attributeName)
                .map(Objects::requireNonNull)
                .toList();
        if (!definitions.keySet().containsAll(names)) {
            throw DynamoDbException.validation(MessagesTable.keysNotDefined(names, definitions.keySet()));
        }
        if (new HashSet<>(names).size() < names.size()) {
            throw DynamoDbException.validation(
                    names.size() > 2 ? MessagesTable.SAME_KEY_NAME_OF_SEVERAL : MessagesTable.SAME_KEY_NAME);
        }
    }

    private List<KeyAttribute> ofType(List<KeySchemaElement> schema, String keyType) {
        return schema.stream()
                .filter(element -> keyType.equals(element.keyType()))
                .map(element -> Objects.requireNonNull(definitions.get(element.attributeName())))
                .toList();
    }

    private static void checkCount(List<KeyAttribute> attributes, String keyType) {
        if (attributes.size() > MAX_OF_A_KIND) {
            throw DynamoDbException.validation(MessagesTable.tooManyKeyElements(keyType));
        }
    }

    private static boolean isHash(KeySchemaElement element) {
        return KeySchemaElement.HASH.equals(element.keyType());
    }
}
