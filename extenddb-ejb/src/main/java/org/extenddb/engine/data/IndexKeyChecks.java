package org.extenddb.engine.data;

import java.util.List;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.MessagesItem;
import org.extenddb.core.key.ItemKeys;
import org.extenddb.core.model.AttributeValue;
import org.extenddb.core.model.Item;
import org.extenddb.core.model.ItemSize;
import org.extenddb.core.model.KeyAttribute;
import org.extenddb.core.model.KeySchema;

/** Checks an item that is to be written against the keys of the table's indexes: it may lack them, but not hold them wrongly. */
public final class IndexKeyChecks {
    private IndexKeyChecks() {}

    /** Checks an item that is put. */
    public static void put(TablePlan plan, Item item) {
        for (IndexPlan index : plan.indexes()) {
            requireNoViolation(index, item);
            for (KeyAttribute attribute : index.definition().keySchema().attributes()) {
                AttributeValue value = item.get(attribute.name());
                if (value != null) {
                    check(index.name(), attribute, value);
                }
            }
            KeySchema schema = index.definition().keySchema();
            sizes(index.name(), schema.hash(), item, ItemSize.MAX_HASH_KEY);
            sizes(index.name(), schema.range(), item, ItemSize.MAX_RANGE_KEY);
        }
    }

    /** Of several attributes the one is named with which they are too long together. */
    private static void sizes(String index, List<KeyAttribute> attributes, Item item, int max) {
        int size = 0;
        for (KeyAttribute attribute : attributes) {
            size += ItemKeys.size(List.of(attribute), item.attributes());
            if (size > max) {
                throw DynamoDbException.validation(MessagesItem.indexKeyTooLong(attribute.name(), size, max, index));
            }
        }
    }

    /**
     * Checks what an update makes of an item. Attributes the update leaves alone are checked too: an item that has had a wrong value
     * since before the index came into being cannot be updated.
     */
    public static void update(TablePlan plan, Item after) {
        for (IndexPlan index : plan.indexes()) {
            requireNoViolation(index, after);
            for (KeyAttribute attribute : index.definition().keySchema().attributes()) {
                AttributeValue value = after.get(attribute.name());
                if (value != null && !attribute.type().matches(value)) {
                    throw DynamoDbException.validation(MessagesItem.INDEX_KEY_TYPE_BY_UPDATE);
                }
                if (KeyChecks.isEmpty(value)) {
                    throw DynamoDbException.validation(MessagesItem.emptyIndexKeyByUpdate(attribute.type()));
                }
            }
            if (KeyChecks.tooLong(index.definition().keySchema(), after.attributes()) != null) {
                throw DynamoDbException.validation(MessagesItem.INDEX_KEY_TOO_LONG_BY_UPDATE);
            }
        }
    }

    /** An index that is being built has words of its own, however it is violated. */
    private static void requireNoViolation(IndexPlan index, Item item) {
        if (!index.definition().isBeingBuilt()) {
            return;
        }
        KeySchema schema = index.definition().keySchema();
        for (KeyAttribute attribute : schema.attributes()) {
            AttributeValue value = item.get(attribute.name());
            if (value != null && (!attribute.type().matches(value) || KeyChecks.isEmpty(value))) {
                throw DynamoDbException.validation(MessagesItem.BACKFILLING_INDEX_VIOLATED);
            }
        }
        if (KeyChecks.tooLong(schema, item.attributes()) != null) {
            throw DynamoDbException.validation(MessagesItem.BACKFILLING_INDEX_VIOLATED);
        }
    }

    private static void check(String index, KeyAttribute attribute, AttributeValue value) {
        if (!attribute.type().matches(value)) {
            throw DynamoDbException.validation(
                    MessagesItem.indexKeyType(attribute.name(), attribute.type(), value.type(), index));
        }
        if (KeyChecks.isEmpty(value)) {
            throw DynamoDbException.validation(MessagesItem.emptyIndexKey(attribute.name(), attribute.type(), index));
        }
    }
}
