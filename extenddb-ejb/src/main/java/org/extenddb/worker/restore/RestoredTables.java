package org.extenddb.worker.restore;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.job.Job;
import org.extenddb.core.key.ItemKeys;
import org.extenddb.core.model.AttributeValue;
import org.extenddb.core.model.Item;
import org.extenddb.core.model.ItemSize;
import org.extenddb.core.model.KeySchema;
import org.extenddb.core.model.TableDefinition;
import org.extenddb.core.model.TableStatus;
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
import org.extenddb.core.storage.TableCatalog;
import org.extenddb.core.storage.TableLayout;
import org.extenddb.core.wire.Decoded;
import org.extenddb.core.wire.ItemJson;
import org.extenddb.core.wire.JsonInput;
import org.extenddb.storage.jpa.item.TableDeltas;
import org.extenddb.worker.job.JobStep;
import org.jspecify.annotations.Nullable;

/** The tables that restores fill. As long as one is CREATING nobody else writes to it. */
@SingleInstance
public final class RestoredTables {
    private static final int BATCH = 200;

    /** Within which a restore's table appears after its job. */
    private static final Duration APPEARING = Duration.ofSeconds(30);

    private final TableCatalog catalog;
    private final ItemStore items;
    private final TableDeltas deltas;

    @Inject
    public RestoredTables(TableCatalog catalog, ItemStore items, TableDeltas deltas) {
        this.catalog = catalog;
        this.items = items;
        this.deltas = deltas;
    }

    /**
     * The table that a job fills, CREATING or filled already; null when it is not there yet, or not any more, or another one has its name.
     *
     * @param storageId of the table; null where the job does not tell, as none does that was begun before version 29 of the schema
     */
    public @Nullable TableDefinition find(Job job, @Nullable Integer storageId) {
        TableDefinition table = catalog.find(job.table());
        return table != null && isOf(table, storageId) ? table : null;
    }

    private static boolean isOf(TableDefinition table, @Nullable Integer storageId) {
        boolean created = table.status() == TableStatus.CREATING;
        return storageId == null
                ? created && table.settings().origin() != null
                : table.storageId() == storageId && (created || table.status() == TableStatus.ACTIVE);
    }

    /** What a job does that does not find its table. */
    public JobStep missing(Job job) {
        return Instant.now().isBefore(job.times().createdAt().plus(APPEARING))
                ? new JobStep.Continue(Duration.ofSeconds(1))
                : new JobStep.Failed("TableNotFound", "The table that was to be filled is not there.");
    }

    /** Lets clients use a table that is filled. */
    public void activate(TableDefinition target) {
        catalog.update(
                target.address(),
                table -> table.storageId() == target.storageId() && table.status() == TableStatus.CREATING
                        ? table.withStatus(TableStatus.ACTIVE)
                        : table);
        deltas.uncertain(target.storageId());
    }

    /** Removes a table that will not be filled; one that is filled stays. */
    public void drop(Job job, @Nullable Integer storageId) {
        TableDefinition target = find(job, storageId);
        if (target != null && target.status() == TableStatus.CREATING) {
            catalog.delete(target.address(), table -> {
                if (table.storageId() != target.storageId() || table.status() != TableStatus.CREATING) {
                    throw new IllegalStateException("another table has the name, or it is filled: " + table.address());
                }
            });
        }
    }

    /** Puts items of this database, in canonical JSON, which may be there already. */
    public void put(TableDefinition target, List<byte[]> jsons) {
        TableLayout layout = TableLayout.of(target);
        for (int from = 0; from < jsons.size(); from += BATCH) {
            write(
                    target,
                    jsons.subList(from, Math.min(jsons.size(), from + BATCH)).stream()
                            .map(json -> put(target, layout, json, ItemJson.read(json)))
                            .toList());
        }
    }

    /**
     * Puts items that come from anywhere.
     *
     * @param jsons few of them
     * @throws IllegalArgumentException when one is none, or none of this table
     */
    public void putForeign(TableDefinition target, List<byte[]> jsons) {
        TableLayout layout = TableLayout.of(target);
        List<AddressedMutation> batch = new ArrayList<>();
        for (byte[] json : jsons) {
            Item item = foreign(json);
            if (ItemSize.of(item) > ItemSize.MAX_ITEM || !hasKey(target.keySchema(), item)) {
                throw new IllegalArgumentException("not an item of the table");
            }
            batch.add(put(target, layout, ItemJson.write(item), item));
        }
        write(target, batch);
    }

    private static Item foreign(byte[] json) {
        Map<String, AttributeValue> attributes = new LinkedHashMap<>();
        try {
            JsonInput.of(json).object((name, in) -> attributes.put(name, value(in.attributeValue())));
        } catch (DynamoDbException e) {
            throw new IllegalArgumentException("not an item", e);
        }
        return new Item(attributes);
    }

    private static AttributeValue value(@Nullable Decoded<AttributeValue> value) {
        if (value == null) {
            throw new IllegalArgumentException("an attribute without a value");
        }
        return value.orElseThrow(DynamoDbException::validation);
    }

    private static boolean hasKey(KeySchema schema, Item item) {
        return schema.attributes().stream().allMatch(attribute -> {
            AttributeValue value = item.get(attribute.name());
            return value != null && attribute.type().matches(value);
        });
    }

    private void write(TableDefinition target, List<AddressedMutation> batch) {
        if (batch.isEmpty()) {
            return;
        }
        for (MutationResult result : items.mutateEach(batch)) {
            if (result == null) {
                throw new StorageUnavailableException("somebody else holds items of " + target.address(), null);
            }
        }
    }

    private static AddressedMutation put(TableDefinition target, TableLayout layout, byte[] json, Item item) {
        NewItem row = new NewItem(json, ItemSize.of(item), null, IndexEntries.of(target, item));
        return new AddressedMutation(
                new ItemAddress(layout, ItemKeys.of(target.keySchema(), item)), new Put(new Change.Write(row)));
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
