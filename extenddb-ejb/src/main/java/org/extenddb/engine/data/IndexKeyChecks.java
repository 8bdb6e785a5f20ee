package org.extenddb.engine.data;

import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.MessagesItem;
import org.extenddb.core.model.AttributeValue;
import org.extenddb.core.model.Item;
import org.extenddb.core.model.KeyAttribute;

/** Checks an item that is to be written against the keys of the table's indexes: it may lack them, but not hold them wrongly. */
public final class IndexKeyChecks {
    private IndexKeyChecks() {}

    /** Checks an item that is put. */
    public static void put(TablePlan plan, Item item) {
        for (IndexPlan index : plan.indexes()) {
            for (KeyAttribute attribute : index.definition().keySchema().attributes()) {
                AttributeValue value = item.get(attribute.name());
                if (value != null) {
                    check(index.name(), attribute, value, false);
                }
            }
            KeyChecks.sizes(index.definition().keySchema(), item.attributes());
        }
    }

    /** Checks what an update changes: an item may hold a wrong value from before the index came into being. */
    public static void update(TablePlan plan, Item before, Item after) {
        for (IndexPlan index : plan.indexes()) {
            boolean changed = false;
            for (KeyAttribute attribute : index.definition().keySchema().attributes()) {
                AttributeValue value = after.get(attribute.name());
                if (value != null && !value.equals(before.get(attribute.name()))) {
                    check(index.name(), attribute, value, true);
                    changed = true;
                }
            }
            if (changed) {
                KeyChecks.sizes(index.definition().keySchema(), after.attributes());
            }
        }
    }

    private static void check(String index, KeyAttribute attribute, AttributeValue value, boolean update) {
        if (!attribute.type().matches(value)) {
            throw DynamoDbException.validation(
                    MessagesItem.indexKeyType(attribute.name(), attribute.type(), value.type(), index));
        }
        if (KeyChecks.isEmpty(value)) {
            throw DynamoDbException.validation(
                    update
                            ? MessagesItem.emptyIndexKeyByUpdate(attribute.type())
                            : MessagesItem.emptyIndexKey(attribute.name(), attribute.type(), index));
        }
    }
}
