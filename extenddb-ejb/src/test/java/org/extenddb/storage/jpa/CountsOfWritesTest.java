package org.extenddb.storage.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.extenddb.core.key.ItemKey;
import org.extenddb.core.key.PartitionHash;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.model.ByteString;
import org.extenddb.core.model.IndexDefinition;
import org.extenddb.core.model.KeyAttribute;
import org.extenddb.core.model.KeySchema;
import org.extenddb.core.model.Projection;
import org.extenddb.core.model.Region;
import org.extenddb.core.model.ScalarType;
import org.extenddb.core.model.StreamViewType;
import org.extenddb.core.model.TableAddress;
import org.extenddb.core.model.TableDefinition;
import org.extenddb.core.model.TableSettings;
import org.extenddb.core.model.TableStatus;
import org.extenddb.core.model.TableStream;
import org.extenddb.core.model.Throughput;
import org.extenddb.core.storage.AddressedMutation;
import org.extenddb.core.storage.Change;
import org.extenddb.core.storage.IndexEntry;
import org.extenddb.core.storage.ItemAddress;
import org.extenddb.core.storage.ItemMutation;
import org.extenddb.core.storage.ItemMutation.Reads;
import org.extenddb.core.storage.ItemStore;
import org.extenddb.core.storage.NewItem;
import org.extenddb.core.storage.NewTable;
import org.extenddb.core.storage.StoredItem;
import org.extenddb.core.storage.TableLayout;
import org.extenddb.core.storage.TableStatistics;
import org.extenddb.core.testing.Seeds;
import org.extenddb.storage.jpa.item.PostgreSqlItemStore;
import org.extenddb.storage.jpa.item.TableDeltas;
import org.extenddb.storage.jpa.sql.Database;
import org.extenddb.test.TestDatabase;
import org.extenddb.worker.CountFlushing;
import org.extenddb.worker.Leases;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What writes of every kind tell of themselves adds up to what is there, item by item and byte by byte. */
class CountsOfWritesTest {
    private static final TestStorage STORAGE = TestStorage.on(TestDatabase.create());
    private static final KeyAttribute PK = new KeyAttribute("pk", ScalarType.S);
    private static final int KEYS = 12;
    private static final int WRITES = 120;
    private static final int WRITERS = 4;

    private final TableDeltas otherDeltas = new TableDeltas();
    private final List<ItemStore> servers = List.of(
            STORAGE.backend().items(),
            new PostgreSqlItemStore(
                    new Database(Before18.of(STORAGE.dataSource())),
                    STORAGE.transactions(),
                    otherDeltas,
                    () -> {},
                    1 << 20));

    @ParameterizedTest
    @CsvSource({"0, false", "2, false", "0, true", "2, true"})
    void deltas_ofWritesOfEveryKindAtOnce_addUpToWhatIsThere(int indexes, boolean streamed) {
        Seeds.forEach(1, random -> {
            TableDefinition table = table(indexes, streamed);
            write(table, random);
            flush();
            for (int slot : slots(table)) {
                assertThat(STORAGE.backend().tables().statistics(table, slot))
                        .as("slot %s", slot)
                        .isEqualTo(truth(table, slot));
            }
            assertThat(truth(table, 0).itemCount()).isPositive();
        });
    }

    private void write(TableDefinition table, Random random) {
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        try {
            List<Callable<Boolean>> writers = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                ItemStore server = servers.get(i % servers.size());
                long seed = random.nextLong();
                writers.add(() -> {
                    Random own = new Random(seed);
                    for (int n = 0; n < WRITES; n++) {
                        writeOnce(server, table, own);
                    }
                    return true;
                });
            }
            for (Future<Boolean> done : threads.invokeAll(writers)) {
                assertThat(done.get()).isTrue();
            }
        } catch (Exception e) {
            throw new AssertionError(e);
        } finally {
            threads.shutdownNow();
        }
    }

    private static void writeOnce(ItemStore server, TableDefinition table, Random random) {
        switch (random.nextInt(6)) {
            case 0 -> server.mutateEach(some(table, random, Reads.NOTHING));
            case 1 -> server.mutateEach(some(table, random, Reads.PREVIOUS));
            case 2 -> server.mutateAll(some(table, random, Reads.CURRENT), null);
            default -> {
                Reads reads = Reads.values()[random.nextInt(Reads.values().length)];
                AddressedMutation one = one(table, random.nextInt(KEYS), reads, random);
                server.mutate(one.address(), one.mutation());
            }
        }
    }

    private static List<AddressedMutation> some(TableDefinition table, Random random, Reads reads) {
        TreeSet<Integer> keys = new TreeSet<>();
        for (int i = 0; i < 4; i++) {
            keys.add(random.nextInt(KEYS));
        }
        return keys.stream().map(key -> one(table, key, reads, random)).toList();
    }

    private static AddressedMutation one(TableDefinition table, int key, Reads reads, Random random) {
        ItemKey itemKey = new ItemKey(PartitionHash.fromUuid(new UUID(key, key)), ByteString.EMPTY);
        boolean removes = reads != Reads.CURRENT_PROBABLY_ABSENT && random.nextInt(3) == 0;
        Change change = removes ? new Change.Remove() : new Change.Write(item(table, itemKey, random));
        return new AddressedMutation(new ItemAddress(TableLayout.of(table), itemKey), new ItemMutation() {
            @Override
            public Reads reads() {
                return reads;
            }

            @Override
            public Change apply(@Nullable StoredItem current) {
                return change;
            }
        });
    }

    private static NewItem item(TableDefinition table, ItemKey key, Random random) {
        byte[] json = "x".repeat(1 + random.nextInt(50)).getBytes(StandardCharsets.UTF_8);
        List<IndexEntry> entries = TableLayout.of(table).slots().stream()
                .filter(slot -> random.nextBoolean())
                .map(slot -> new IndexEntry(slot, key.partition(), ByteString.EMPTY))
                .toList();
        return new NewItem(json, json.length, null, entries);
    }

    private void flush() {
        new CountFlushing(STORAGE.database(), new Leases(STORAGE.database()), STORAGE.deltas()).run();
        new CountFlushing(STORAGE.database(), new Leases(STORAGE.database()), otherDeltas).run();
    }

    private static List<Integer> slots(TableDefinition table) {
        List<Integer> slots = new ArrayList<>(TableLayout.of(table).slots());
        slots.add(0);
        return slots;
    }

    private static TableStatistics truth(TableDefinition table, int slot) {
        String condition = slot == 0 ? "" : " AND g" + slot + "p IS NOT NULL";
        return STORAGE.database().read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT count(*), coalesce(sum(sz), 0) FROM ddb_item WHERE table_id = ?" + condition)) {
                select.setInt(1, table.storageId());
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    return new TableStatistics(row.getLong(1), row.getLong(2));
                }
            }
        });
    }

    private static TableDefinition table(int indexes, boolean streamed) {
        List<IndexDefinition> definitions = new ArrayList<>();
        for (int i = 0; i < indexes; i++) {
            definitions.add(new IndexDefinition(
                    "index" + i,
                    IndexDefinition.Kind.GLOBAL,
                    KeySchema.of(PK, null),
                    Projection.ALL,
                    Throughput.ON_DEMAND,
                    TableStatus.ACTIVE,
                    2 + 3 * i));
        }
        TableAddress address =
                new TableAddress(new AccountId("111122223333"), new Region("local"), "t-" + UUID.randomUUID());
        TableDefinition table = Objects.requireNonNull(STORAGE.backend()
                .tables()
                .create(new NewTable(
                        address, KeySchema.of(PK, null), List.of(PK), definitions, TableSettings.onDemand())));
        return streamed
                ? Objects.requireNonNull(STORAGE.backend()
                        .tables()
                        .update(
                                address,
                                same -> same.with(same.settings()
                                        .withStream(TableStream.wanted(StreamViewType.NEW_AND_OLD_IMAGES)))))
                : table;
    }
}
