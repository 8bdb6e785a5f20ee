package org.extenddb.worker.transfer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.MessagesAttributeValue;
import org.extenddb.core.error.MessagesItem;
import org.extenddb.core.key.ItemKey;
import org.extenddb.core.key.ItemKeys;
import org.extenddb.core.model.AttributeValue;
import org.extenddb.core.model.Item;
import org.extenddb.core.model.ItemSize;
import org.extenddb.core.model.NestingDepth;
import org.extenddb.core.storage.AddressedMutation;
import org.extenddb.core.storage.Change;
import org.extenddb.core.storage.IndexEntries;
import org.extenddb.core.storage.ItemAddress;
import org.extenddb.core.storage.ItemMutation;
import org.extenddb.core.storage.ItemStore;
import org.extenddb.core.storage.MutationResult;
import org.extenddb.core.storage.NewItem;
import org.extenddb.core.storage.StorageUnavailableException;
import org.extenddb.core.storage.StoredItem;
import org.extenddb.core.wire.ItemJson;
import org.extenddb.engine.data.IndexKeyChecks;
import org.extenddb.engine.data.KeyChecks;
import org.extenddb.engine.data.TablePlan;
import org.jspecify.annotations.Nullable;

/** Items on their way into a table, checked as PutItem checks them and written by one statement. Of one key the last counts. */
final class ImportBatch {
    private static final int ITEMS = 500;
    private static final long BYTES = 4L << 20;

    private final ItemStore items;
    private final TablePlan plan;
    private final Map<ItemKey, NewItem> rows = new LinkedHashMap<>();
    private int added;
    private long bytes;

    ImportBatch(ItemStore items, TablePlan plan) {
        this.items = items;
        this.plan = plan;
    }

    /** @throws DynamoDbException when the table cannot have it */
    void add(Map<String, AttributeValue> attributes) {
        Item item = new Item(attributes);
        if (NestingDepth.exceedsLimit(item)) {
            throw DynamoDbException.validation(MessagesAttributeValue.NESTED_TOO_DEEP);
        }
        int size = ItemSize.of(item);
        if (size > ItemSize.MAX_ITEM) {
            throw DynamoDbException.validation(MessagesItem.PUT_TOO_LARGE);
        }
        KeyChecks.item(plan.definition().keySchema(), attributes);
        IndexKeyChecks.put(plan, item);
        NewItem row = new NewItem(ItemJson.write(item), size, null, IndexEntries.of(plan.definition(), item));
        rows.put(ItemKeys.of(plan.definition().keySchema(), item), row);
        added++;
        bytes += size;
    }

    boolean isFull() {
        return added >= ITEMS || bytes >= BYTES;
    }

    /**
     * Writes what was added.
     *
     * @return how many items that were
     */
    int write() {
        if (!rows.isEmpty()) {
            List<AddressedMutation> mutations = rows.entrySet().stream()
                    .map(row -> new AddressedMutation(
                            new ItemAddress(plan.layout(), row.getKey()), new Put(new Change.Write(row.getValue()))))
                    .toList();
            for (MutationResult result : items.mutateEach(mutations)) {
                if (result == null) {
                    throw new StorageUnavailableException(
                            "somebody else holds items of " + plan.definition().address(), null);
                }
            }
        }
        int written = added;
        rows.clear();
        added = 0;
        bytes = 0;
        return written;
    }

    private record Put(Change change) implements ItemMutation {
        @Override
        public Reads reads() {
            return Reads.NOTHING;
        }

        @Override
        public Change apply(@Nullable StoredItem current) {
            return change;
        }
    }
}
