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
import org.extenddb.core.model.ItemSize;
import org.extenddb.core.model.KeyAttribute;
import org.extenddb.core.model.KeySchema;
import org.extenddb.core.model.TableDefinition;
import org.extenddb.core.model.TableStatus;
import org.jspecify.annotations.Nullable;

/** The places of items in secondary indexes. */
public final class IndexEntries {
    private IndexEntries() {}

    /** The item's place in every index of the table that it is in; an index that is being deleted gets no more entries. */
    public static List<IndexEntry> of(TableDefinition table, Item item) {
        List<IndexEntry> entries = new ArrayList<>(table.indexes().size());
        for (IndexDefinition index : table.indexes()) {
            IndexEntry entry = index.status() == TableStatus.DELETING ? null : of(index, item);
            if (entry != null) {
                entries.add(entry);
            }
        }
        return entries;
    }

    /**
     * The item's place in the index; null if it lacks a key attribute of it or has one of a wrong type, an empty one or one that is
     * too long.
     */
    public static @Nullable IndexEntry of(IndexDefinition index, Item item) {
        if (!isIn(index.keySchema(), item)) {
            return null;
        }
        ItemKey key = ItemKeys.of(index.keySchema(), item);
        return new IndexEntry(index.slot(), key.partition(), key.sort());
    }

    /**
     * Whether an item that is in the table has attributes which keep it out of an index: all of the index's key, but one of a
     * wrong type, an empty one or one that is too long.
     */
    public static boolean violates(IndexDefinition index, Item item) {
        KeySchema schema = index.keySchema();
        return schema.attributes().stream().allMatch(attribute -> item.get(attribute.name()) != null)
                && !isIn(schema, item);
    }

    private static boolean isIn(KeySchema schema, Item item) {
        return areIn(schema.hash(), ItemSize.MAX_HASH_KEY, item) && areIn(schema.range(), ItemSize.MAX_RANGE_KEY, item);
    }

    private static boolean areIn(List<KeyAttribute> attributes, int maxSize, Item item) {
        for (KeyAttribute attribute : attributes) {
            AttributeValue value = item.get(attribute.name());
            if (value == null || !attribute.type().matches(value) || isEmpty(value)) {
                return false;
            }
        }
        return ItemKeys.size(attributes, item.attributes()) <= maxSize;
    }

    private static boolean isEmpty(AttributeValue value) {
        return (value instanceof StringValue string && string.value().isEmpty())
                || (value instanceof BinaryValue binary && binary.value().isEmpty());
    }
}
