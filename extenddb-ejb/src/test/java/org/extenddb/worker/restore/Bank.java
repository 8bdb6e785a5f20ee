package org.extenddb.worker.restore;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
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
import org.extenddb.core.model.PointInTimeRecovery;
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
import org.extenddb.core.storage.PastBeginning;
import org.extenddb.core.storage.StoredItem;
import org.extenddb.core.storage.TableLayout;
import org.extenddb.core.storage.contract.Backend;
import org.extenddb.core.wire.ItemJson;
import org.jspecify.annotations.Nullable;

/** A table of accounts with a balance and a city, the latter an index's key; transfers leave the sum of balances what it is. */
public final class Bank {
    static final long BALANCE = 100;
    static final String INDEX = "by_city";

    private static final KeyAttribute PK = new KeyAttribute("pk", ScalarType.S);
    private static final KeyAttribute CITY = new KeyAttribute("city", ScalarType.S);

    final Backend backend;
    public final TableAddress address =
            new TableAddress(new AccountId("111122223333"), new Region("eu-west-2"), "t-" + UUID.randomUUID());

    public Bank(Backend backend, int slot) {
        this.backend = backend;
        IndexDefinition index = new IndexDefinition(
                INDEX,
                IndexDefinition.Kind.GLOBAL,
                KeySchema.of(CITY, null),
                Projection.ALL,
                Throughput.ON_DEMAND,
                TableStatus.ACTIVE,
                slot);
        backend.tables()
                .create(new NewTable(
                        address, KeySchema.of(PK, null), List.of(PK, CITY), List.of(index), TableSettings.onDemand()));
    }

    public TableDefinition table() {
        return Objects.requireNonNull(backend.tables().find(address));
    }

    /** Since when the past is known. */
    Instant enableRecovery() {
        TableDefinition enabled = Objects.requireNonNull(backend.tables()
                .update(address, table -> table.with(table.settings().withRecovery(PointInTimeRecovery.enabled(35)))));
        TableDefinition settled = PastBeginning.settle(backend.tables(), backend.history(), enabled);
        return Objects.requireNonNull(settled.settings().recovery().keptSince());
    }

    public void open(int account) {
        write(account, any -> BALANCE);
    }

    void close(int account) {
        TableDefinition table = table();
        backend.items().mutate(address(table, account), new Mutation(table, account, any -> null));
    }

    void write(int account, Function<@Nullable Long, @Nullable Long> change) {
        TableDefinition table = table();
        backend.items().mutate(address(table, account), new Mutation(table, account, change));
    }

    /** Moves a random amount between two of the accounts from 0 to {@code accounts} - 1. */
    void transfer(int accounts, Random random) {
        TableDefinition table = table();
        int from = random.nextInt(accounts);
        int to = (from + 1 + random.nextInt(accounts - 1)) % accounts;
        long amount = random.nextInt(10);
        backend.items()
                .mutateAll(List.of(
                        new AddressedMutation(
                                address(table, from),
                                new Mutation(table, from, now -> Objects.requireNonNull(now) - amount)),
                        new AddressedMutation(
                                address(table, to),
                                new Mutation(table, to, now -> Objects.requireNonNull(now) + amount))));
    }

    private static ItemAddress address(TableDefinition table, int account) {
        return new ItemAddress(TableLayout.of(table), ItemKeys.of(table.keySchema(), item(account, 0)));
    }

    static Item item(int account, long balance) {
        Map<String, AttributeValue> attributes = new LinkedHashMap<>();
        attributes.put("pk", new StringValue("account " + account));
        attributes.put("balance", new NumberValue(DynamoNumber.parse(Long.toString(balance))));
        attributes.put("city", new StringValue("city " + account % 3));
        return new Item(attributes);
    }

    private record Mutation(TableDefinition table, int account, Function<@Nullable Long, @Nullable Long> change)
            implements ItemMutation {
        @Override
        public Reads reads() {
            return Reads.CURRENT;
        }

        @Override
        public Change apply(@Nullable StoredItem current) {
            Long changed = change.apply(current == null ? null : balance(current));
            if (changed == null) {
                return new Change.Remove();
            }
            Item item = item(account, changed);
            return new Change.Write(
                    new NewItem(ItemJson.write(item), ItemSize.of(item), null, IndexEntries.of(table, item)));
        }
    }

    static long balance(StoredItem item) {
        return ((NumberValue) Objects.requireNonNull(ItemJson.read(item.json()).get("balance")))
                .value()
                .toBigDecimal()
                .longValueExact();
    }

    /** All items of a table, by their keys, as an index has them or the table itself. */
    public static Map<String, String> contents(Backend backend, TableDefinition table, int slot) {
        Map<String, String> contents = new TreeMap<>();
        backend.items()
                .read(
                        new KeyRange(TableLayout.of(table), slot, PartitionRange.ALL, SortBounds.ALL, true, null),
                        1_000,
                        item -> {
                            contents.put(item.key().toString(), new String(item.json(), StandardCharsets.UTF_8));
                            return true;
                        });
        return contents;
    }

    static long sum(Backend backend, TableDefinition table) {
        long[] sum = {0};
        backend.items()
                .read(
                        new KeyRange(
                                TableLayout.of(table), KeyRange.TABLE, PartitionRange.ALL, SortBounds.ALL, true, null),
                        1_000,
                        item -> {
                            sum[0] += balance(item);
                            return true;
                        });
        return sum[0];
    }
}
