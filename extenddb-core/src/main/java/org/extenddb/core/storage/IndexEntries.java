package org.extenddb.core.storage;

import java.util.ArrayList;
import java.util.List;
import org.extenddb.core.key.ItemKey;
import org.extenddb.core.key.ItemKeys;
import org.extenddb.core.model.AttributeValue;
import org.extenddb.core.model.AttributeValue.BinaryValue;
import org.extenddb.core.model.AttributeValue.StringValue;
import org.extenddb.core.model.IndexDefinition;
import org.extenddb.core.model.Item;
import org.extenddb.core.model.KeyAttribute;
import org.extenddb.core.model.KeySchema;
import org.extenddb.core.model.TableDefinition;
import org.jspecify.annotations.Nullable;

/** The places of items in secondary indexes. */
public final class IndexEntries {
    private IndexEntries() {}

    /** The item's place in every index of the table that it is in, whatever the index's status. */
    public static List<IndexEntry> of(TableDefinition table, Item item) {
        List<IndexEntry> entries = new ArrayList<>(table.indexes().size());
        for (IndexDefinition index : table.indexes()) {
            IndexEntry entry = of(index, item);
            if (entry != null) {
                entries.add(entry);
            }
        }
        return entries;
    }

    /** The item's place in the index; null if it lacks a key attribute of it or has one of a wrong type or an empty one. */
    public static @Nullable IndexEntry of(IndexDefinition index, Item item) {
        if (!isIn(index.keySchema(), item)) {
            return null;
        }
        ItemKey key = ItemKeys.of(index.keySchema(), item);
        return new IndexEntry(index.slot(), key.partition(), key.sort());
    }

    private static boolean isIn(KeySchema schema, Item item) {
        for (KeyAttribute attribute : schema.attributes()) {
            AttributeValue value = item.get(attribute.name());
            if (value == null || !attribute.type().matches(value) || isEmpty(value)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isEmpty(AttributeValue value) {
        return (value instanceof StringValue string && string.value().isEmpty())
                || (value instanceof BinaryValue binary && binary.value().isEmpty());
    }
}
