package org.extenddb.core.key;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.extenddb.core.model.AttributeValue;
import org.extenddb.core.model.Item;
import org.extenddb.core.model.ItemSize;
import org.extenddb.core.model.KeyAttribute;
import org.extenddb.core.model.KeySchema;

/** The storage keys of items in tables and in indexes, whose entries {@code storage.IndexEntries} makes. */
public final class ItemKeys {
    private ItemKeys() {}

    /** The key of an item whose key attributes have been validated. */
    public static ItemKey of(KeySchema schema, Item item) {
        return of(schema, item.attributes());
    }

    /** The key in {@code attributes}, an item or a key, whose key attributes have been validated. */
    public static ItemKey of(KeySchema schema, Map<String, AttributeValue> attributes) {
        return new ItemKey(
                KeyEncoder.partition(present(schema.hash(), attributes)),
                KeyEncoder.encodeAll(present(schema.range(), attributes)));
    }

    /** The key attributes of an item under their names, hash attributes first: what goes out as its key. */
    public static Map<String, AttributeValue> attributes(KeySchema schema, Item item) {
        Map<String, AttributeValue> key = new LinkedHashMap<>();
        for (KeyAttribute attribute : schema.attributes()) {
            AttributeValue value = item.get(attribute.name());
            if (value != null) {
                key.put(attribute.name(), value);
            }
        }
        return key;
    }

    /**
     * What key attributes count together, hash or range attributes of a key: DynamoDB limits their sum. Absent ones count nothing.
     *
     * @return bytes
     */
    public static int size(List<KeyAttribute> attributes, Map<String, AttributeValue> values) {
        int size = 0;
        for (KeyAttribute attribute : attributes) {
            AttributeValue value = values.get(attribute.name());
            size += value == null ? 0 : ItemSize.ofValue(value);
        }
        return size;
    }

    private static List<AttributeValue> present(List<KeyAttribute> attributes, Map<String, AttributeValue> values) {
        List<AttributeValue> present = new ArrayList<>(attributes.size());
        for (KeyAttribute attribute : attributes) {
            AttributeValue value = values.get(attribute.name());
            if (value == null) {
                throw new IllegalArgumentException("no key attribute " + attribute.name());
            }
            present.add(value);
        }
        return present;
    }
}
