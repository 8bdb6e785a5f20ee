package org.extenddb.worker;

import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.extenddb.core.key.ItemKey;
import org.extenddb.core.key.ItemKeys;
import org.extenddb.core.key.PartitionRange;
import org.extenddb.core.key.SortBounds;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.model.AttributeValue;
import org.extenddb.core.model.AttributeValue.StringValue;
import org.extenddb.core.model.IndexDefinition;
import org.extenddb.core.model.Item;
import org.extenddb.core.model.ItemSize;
import org.extenddb.core.model.KeyAttribute;
import org.extenddb.core.model.KeySchema;
import org.extenddb.core.model.Projection;
import org.extenddb.core.model.Region;
import org.extenddb.core.model.ScalarType;
import org.extenddb.core.model.TableAddress;
import org.extenddb.core.model.TableDefinition;
import org.extenddb.core.model.TableSettings;
import org.extenddb.core.model.TableStatus;
import org.extenddb.core.model.Throughput;
import org.extenddb.core.storage.Change;
import org.extenddb.core.storage.Expiry;
import org.extenddb.core.storage.IndexEntries;
import org.extenddb.core.storage.ItemAddress;
import org.extenddb.core.storage.ItemMutation;
import org.extenddb.core.storage.KeyRange;
import org.extenddb.core.storage.NewItem;
import org.extenddb.core.storage.NewTable;
import org.extenddb.core.storage.StoredItem;
import org.extenddb.core.storage.TableChangedException;
import org.extenddb.core.storage.TableLayout;
import org.extenddb.core.wire.ItemJson;
import org.extenddb.storage.jpa.TestStorage;
import org.jspecify.annotations.Nullable;

/** A table {@code pk} whose items may have a {@code city}, by which an index is added and removed. */
final class PeopleTable {
    static final int SLOT = 7;
    static final String INDEX = "by_city";

    private static final KeyAttribute PK = new KeyAttribute("pk", ScalarType.S);
    private static final KeyAttribute CITY = new KeyAttribute("city", ScalarType.S);

    final TableAddress address =
            new TableAddress(new AccountId("111122223333"), new Region("eu-west-2"), "t-" + UUID.randomUUID());
    private final TestStorage storage;

    PeopleTable(TestStorage storage) {
        this.storage = storage;
        storage.backend()
                .tables()
                .create(new NewTable(
                        address, KeySchema.of(PK, null), List.of(PK), List.of(), TableSettings.onDemand()));
    }

    TableDefinition definition() {
        return Objects.requireNonNull(storage.backend().tables().find(address));
    }

    @Nullable
    IndexDefinition index() {
        return definition().index(INDEX);
    }

    void createIndex(KeyAttribute... range) {
        List<KeyAttribute> attributes = new ArrayList<>(List.of(PK, CITY));
        attributes.addAll(List.of(range));
        IndexDefinition index = new IndexDefinition(
                INDEX,
                IndexDefinition.Kind.GLOBAL,
                new KeySchema(List.of(CITY), List.of(range)),
                Projection.ALL,
                Throughput.ON_DEMAND,
                TableStatus.CREATING,
                SLOT);
        storage.backend().tables().update(address, table -> table.withIndexes(attributes, List.of(index)));
    }

    void deleteIndex() {
        storage.backend()
                .tables()
                .update(
                        address,
                        table -> table.withIndexes(
                                table.keyAttributes(),
                                table.indexes().stream()
                                        .map(index -> index.withStatus(TableStatus.DELETING))
                                        .toList()));
    }

    static Item person(String pk, AttributeValue city) {
        Map<String, AttributeValue> attributes = new LinkedHashMap<>();
        attributes.put("pk", new StringValue(pk));
        attributes.put("city", city);
        return new Item(attributes);
    }

    static Item person(String pk, String city) {
        return person(pk, new StringValue(city));
    }

    static Item nobody(String pk) {
        return new Item(Map.of("pk", new StringValue(pk)));
    }

    /** Writes as an operation does: again, under the new definition, where the table was changed meanwhile. */
    void put(Item item) {
        while (true) {
            try {
                put(definition(), item);
                return;
            } catch (TableChangedException e) {
                Thread.onSpinWait();
            }
        }
    }

    void put(TableDefinition table, Item item) {
        put(storage, table, item);
    }

    static void put(TestStorage storage, TableDefinition table, Item item) {
        NewItem written = new NewItem(
                ItemJson.write(item), ItemSize.of(item), Expiry.of(table, item), IndexEntries.of(table, item));
        mutate(storage, table, item, new Change.Write(written));
    }

    /** Writes many at once, of a table without indexes. */
    void putAll(List<Item> items) {
        TableDefinition table = definition();
        storage.database().write(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO ddb_item (table_id, ph, sk, ver, sz, item) VALUES (?, ?, '', 1, ?, ?)")) {
                for (Item item : items) {
                    insert.setInt(1, table.storageId());
                    insert.setObject(
                            2, ItemKeys.of(table.keySchema(), item).partition().toUuid());
                    insert.setInt(3, ItemSize.of(item));
                    insert.setBytes(4, ItemJson.write(item));
                    insert.addBatch();
                }
                return insert.executeBatch();
            }
        });
    }

    void remove(Item item) {
        mutate(storage, definition(), item, new Change.Remove());
    }

    private static void mutate(TestStorage storage, TableDefinition table, Item item, Change change) {
        ItemKey key = ItemKeys.of(table.keySchema(), item);
        storage.backend().items().mutate(new ItemAddress(TableLayout.of(table), key), new ItemMutation() {
            @Override
            public Reads reads() {
                return Reads.NOTHING;
            }

            @Override
            public Change apply(@Nullable StoredItem current) {
                return change;
            }
        });
    }

    /** Every item of the table, or of the index's slot, by its key. */
    Map<String, String> read(int slot) {
        Map<String, String> items = new TreeMap<>();
        storage.backend()
                .items()
                .read(
                        new KeyRange(
                                TableLayout.of(definition()), slot, PartitionRange.ALL, SortBounds.ALL, true, null),
                        100,
                        stored -> items.put(pk(stored), new String(stored.json(), StandardCharsets.UTF_8)) == null);
        return items;
    }

    /** What the index has to hold. */
    Map<String, String> expected() {
        IndexDefinition index = Objects.requireNonNull(index());
        Map<String, String> items = new HashMap<>(read(KeyRange.TABLE));
        items.values()
                .removeIf(json -> IndexEntries.of(index, ItemJson.read(json.getBytes(StandardCharsets.UTF_8))) == null);
        return items;
    }

    private static String pk(StoredItem stored) {
        return ((StringValue)
                        Objects.requireNonNull(ItemJson.read(stored.json()).get("pk")))
                .value();
    }
}
