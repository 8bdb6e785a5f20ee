package org.extenddb.worker.restore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.extenddb.core.key.ItemKeys;
import org.extenddb.core.key.PartitionRange;
import org.extenddb.core.key.SortBounds;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.model.AttributeValue;
import org.extenddb.core.model.AttributeValue.NumberValue;
import org.extenddb.core.model.AttributeValue.StringValue;
import org.extenddb.core.model.DynamoNumber;
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
import org.extenddb.core.storage.AddressedMutation;
import org.extenddb.core.storage.Change;
import org.extenddb.core.storage.IndexEntries;
import org.extenddb.core.storage.ItemAddress;
import org.extenddb.core.storage.ItemMutation;
import org.extenddb.core.storage.KeyRange;
import org.extenddb.core.storage.NewItem;
import org.extenddb.core.storage.NewTable;
import org.extenddb.core.storage.StoredItem;
import org.extenddb.core.storage.TableLayout;
import org.extenddb.core.storage.contract.Backend;
import org.extenddb.core.wire.ItemJson;
import org.jspecify.annotations.Nullable;

/** A table with three indexes and many items of some 300 bytes, and what each of them is by a reference of the test's own. */
final class LargeTable {
    private static final int ABSENT = -1;
    private static final KeyAttribute PK = new KeyAttribute("pk", ScalarType.S);
    private static final List<KeyAttribute> KEYS = List.of(
            new KeyAttribute("group", ScalarType.N),
            new KeyAttribute("owner", ScalarType.S),
            new KeyAttribute("value", ScalarType.N));
    private static final String FILLER = "some text that makes the item as long as many are ".repeat(4);

    final Backend backend;
    final TableAddress address =
            new TableAddress(new AccountId("111122223333"), new Region("eu-west-2"), "large-" + UUID.randomUUID());

    /** What each item's value is; -1 where it is absent. Each is written by one thread alone. */
    final int[] values;

    LargeTable(Backend backend, int items) {
        this.backend = backend;
        this.values = new int[items];
        Arrays.fill(values, ABSENT);
        List<KeyAttribute> attributes = new ArrayList<>(List.of(PK));
        attributes.addAll(KEYS);
        List<IndexDefinition> indexes = new ArrayList<>();
        for (KeyAttribute key : KEYS) {
            indexes.add(new IndexDefinition(
                    "by_" + key.name(),
                    IndexDefinition.Kind.GLOBAL,
                    KeySchema.of(key, PK),
                    Projection.ALL,
                    Throughput.ON_DEMAND,
                    TableStatus.ACTIVE,
                    indexes.size() + 1));
        }
        backend.tables()
                .create(new NewTable(address, KeySchema.of(PK, null), attributes, indexes, TableSettings.onDemand()));
    }

    TableDefinition table() {
        return Objects.requireNonNull(backend.tables().find(address));
    }

    void fill(int from, int to) {
        TableDefinition table = table();
        for (int start = from; start < to; start += 100) {
            List<AddressedMutation> batch = new ArrayList<>();
            for (int i = start; i < Math.min(to, start + 100); i++) {
                batch.add(put(table, i, i % 1_000));
                values[i] = i % 1_000;
            }
            backend.items().mutateEach(batch);
        }
    }

    /** Puts one of the items whose number leaves this remainder. */
    void putAny(int remainder, int of, Random random) {
        int i = random.nextInt(values.length / of) * of + remainder;
        int value = random.nextInt(1_000_000);
        AddressedMutation put = put(table(), i, value);
        backend.items().mutate(put.address(), put.mutation());
        values[i] = value;
    }

    void delete(int from, int to) {
        TableDefinition table = table();
        for (int start = from; start < to; start += 100) {
            List<AddressedMutation> batch = new ArrayList<>();
            for (int i = start; i < Math.min(to, start + 100); i++) {
                batch.add(new AddressedMutation(address(table, item(i, 0)), new Write(new Change.Remove())));
            }
            backend.items().mutateEach(batch);
        }
    }

    private static AddressedMutation put(TableDefinition table, int i, int value) {
        Item item = item(i, value);
        NewItem row = new NewItem(ItemJson.write(item), ItemSize.of(item), null, IndexEntries.of(table, item));
        return new AddressedMutation(address(table, item), new Write(new Change.Write(row)));
    }

    private static ItemAddress address(TableDefinition table, Item item) {
        return new ItemAddress(TableLayout.of(table), ItemKeys.of(table.keySchema(), item));
    }

    private static Item item(int i, int value) {
        Map<String, AttributeValue> attributes = new LinkedHashMap<>();
        attributes.put("pk", new StringValue("item " + i));
        attributes.put("group", number(i % 1_000));
        attributes.put("owner", new StringValue("owner " + i / 10));
        attributes.put("value", number(value));
        attributes.put("filler", new StringValue(FILLER));
        return new Item(attributes);
    }

    private static NumberValue number(int value) {
        return new NumberValue(DynamoNumber.parse(Integer.toString(value)));
    }

    private record Write(Change change) implements ItemMutation {
        @Override
        public Reads reads() {
            return Reads.NOTHING;
        }

        @Override
        public Change apply(@Nullable StoredItem current) {
            return change;
        }
    }

    /** What a table has by the same numbers, read by an index or, with slot 0, by itself. */
    static int[] contents(Backend backend, TableDefinition table, int slot, int items) {
        int[] values = new int[items];
        Arrays.fill(values, ABSENT);
        backend.items()
                .read(
                        new KeyRange(TableLayout.of(table), slot, PartitionRange.ALL, SortBounds.ALL, true, null),
                        1_000,
                        stored -> {
                            Item item = ItemJson.read(stored.json());
                            int i = Integer.parseInt(
                                    ((StringValue) item.get("pk")).value().substring(5));
                            values[i] = ((NumberValue) item.get("value"))
                                    .value()
                                    .toBigDecimal()
                                    .intValueExact();
                            return true;
                        });
        return values;
    }
}
