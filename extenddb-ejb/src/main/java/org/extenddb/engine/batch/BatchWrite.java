package org.extenddb.engine.batch;

import java.util.Map;
import org.extenddb.core.api.batch.WriteRequest;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.MessagesItem;
import org.extenddb.core.key.ItemKeys;
import org.extenddb.core.model.AttributeValue;
import org.extenddb.core.model.Item;
import org.extenddb.core.model.KeyAttribute;
import org.extenddb.core.model.KeySchema;
import org.extenddb.core.storage.AddressedMutation;
import org.extenddb.core.storage.Change;
import org.extenddb.core.storage.ItemAddress;
import org.extenddb.core.storage.ItemMutation.Reads;
import org.extenddb.engine.data.IndexKeyChecks;
import org.extenddb.engine.data.KeyChecks;
import org.extenddb.engine.data.LocalIndexSizes;
import org.extenddb.engine.data.TablePlan;
import org.extenddb.engine.item.NewItems;
import org.jspecify.annotations.Nullable;

/**
 * One write of a batch that has passed every check that needs no table.
 *
 * @param item what is put; null for a delete
 * @param attributes the item's attributes, or the key of a delete
 * @param size of the item
 * @param sent for when it cannot be done this time
 */
public record BatchWrite(@Nullable Item item, Map<String, AttributeValue> attributes, int size, WriteRequest sent) {
    /** Checks it against its table. */
    AddressedMutation against(TablePlan plan, Reads reads) {
        KeySchema schema = plan.definition().keySchema();
        if (item == null) {
            KeyChecks.key(schema, attributes);
        } else {
            checkKeyOf(item, schema);
            IndexKeyChecks.put(plan, item);
            LocalIndexSizes.check(plan, item, size, MessagesItem.PUT_TOO_LARGE);
        }
        Change change = item == null ? new Change.Remove() : new Change.Write(NewItems.of(plan, item, size));
        ItemAddress address = new ItemAddress(plan.layout(), ItemKeys.of(schema, attributes));
        return new AddressedMutation(address, new BlindChange(reads, change));
    }

    /** In a batch whatever is wrong with a put's key has the words of a wrong Key. */
    private static void checkKeyOf(Item item, KeySchema schema) {
        for (KeyAttribute attribute : schema.attributes()) {
            AttributeValue value = item.get(attribute.name());
            if (value == null || !attribute.type().matches(value)) {
                throw DynamoDbException.validation(MessagesItem.KEY_MISMATCH);
            }
        }
        KeyChecks.values(schema, item.attributes());
    }
}
