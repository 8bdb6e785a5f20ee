package org.extenddb.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.extenddb.config.TableConfig;
import org.extenddb.core.model.AttributeValue;
import org.extenddb.core.model.AttributeValue.NumberValue;
import org.extenddb.core.model.AttributeValue.StringValue;
import org.extenddb.core.model.DynamoNumber;
import org.extenddb.core.model.Item;
import org.extenddb.core.model.KeyAttribute;
import org.extenddb.core.model.ScalarType;
import org.extenddb.core.model.TableDefinition;
import org.extenddb.core.model.TableStatus;
import org.extenddb.core.storage.ItemStore;
import org.extenddb.core.storage.KeyRange;
import org.extenddb.core.storage.StorageUnavailableException;
import org.extenddb.core.storage.StoredItem;
import org.extenddb.core.storage.TableChangedException;
import org.extenddb.storage.jpa.TestStorage;
import org.extenddb.storage.jpa.item.SlotColumns;
import org.extenddb.storage.jpa.item.WriteBarrier;
import org.extenddb.storage.jpa.table.SlotIndexes;
import org.extenddb.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class IndexBuildingTest {
    private final TestStorage storage = TestStorage.on(TestDatabase.create());
    private final PeopleTable people = new PeopleTable(storage);

    // ---- an index that is built

    @Test
    void run_newIndex_holdsTheItemsThatWereThere() {
        fill(2_500);

        people.createIndex();
        assertThat(status()).isEqualTo(TableStatus.CREATING);
        building().run();

        assertThat(status()).isEqualTo(TableStatus.ACTIVE);
        assertThat(people.read(PeopleTable.SLOT)).isEqualTo(people.expected()).hasSize(1_250);
        assertThat(count("SELECT count(*) FROM ddb_lease")).isZero();
    }

    @Test
    void run_newIndex_versionsStayAsTheyAre() {
        fill(100);
        long before = count("SELECT sum(ver % 1000003) FROM ddb_item");

        people.createIndex();
        building().run();

        assertThat(count("SELECT sum(ver % 1000003) FROM ddb_item")).isEqualTo(before);
    }

    @Test
    void run_itemsThatViolateTheKey_areLeftOutAndCounted() throws Exception {
        people.put(PeopleTable.person("good", "Bern"));
        people.put(PeopleTable.nobody("sparse"));
        people.put(PeopleTable.person("number", new NumberValue(DynamoNumber.of(1))));
        people.put(PeopleTable.person("empty", ""));
        people.put(PeopleTable.person("long", "x".repeat(2_049)));
        people.put(PeopleTable.person("longest", "x".repeat(2_048)));

        people.createIndex();
        stopsAtTheEnd().run();

        assertThat(count("SELECT violations FROM ddb_index_job")).isEqualTo(3);
        assertThat(count("SELECT entries FROM ddb_index_job")).isEqualTo(2);
        assertThat(people.read(PeopleTable.SLOT)).containsOnlyKeys("good", "longest");
    }

    /** Four sort keys of 1,024 random bytes each do not fit into one page of an index. */
    @Test
    void run_keyThatTheDatabaseCannotHold_isLeftOutAlone() {
        Random random = new Random(7);
        Map<String, AttributeValue> attributes =
                new LinkedHashMap<>(PeopleTable.person("huge", "Bern").attributes());
        Map<String, AttributeValue> small =
                new LinkedHashMap<>(PeopleTable.person("small", "Bern").attributes());
        for (String name : new String[] {"r1", "r2", "r3", "r4"}) {
            StringBuilder value = new StringBuilder();
            random.ints(1_024, '!', '~').forEach(c -> value.append((char) c));
            attributes.put(name, new StringValue(value.toString()));
            small.put(name, new StringValue(name));
        }
        people.put(new Item(attributes));
        people.put(new Item(small));

        people.createIndex(string("r1"), string("r2"), string("r3"), string("r4"));
        building().run();

        assertThat(status()).isEqualTo(TableStatus.ACTIVE);
        assertThat(people.read(PeopleTable.SLOT)).containsOnlyKeys("small");
    }

    @Test
    void run_transitionSecondsNotOver_staysBackfilling() {
        people.createIndex();

        building(items(), 60).run();
        assertThat(status()).isEqualTo(TableStatus.BACKFILLING);
        execute("UPDATE ddb_index_job SET started_at = now() - interval '61 s'");
        building(items(), 60).run();

        assertThat(status()).isEqualTo(TableStatus.ACTIVE);
    }

    @Test
    void run_afterwards_countIsDue() {
        fill(10);
        people.createIndex();
        building().run();

        assertThat(count("SELECT count(*) FROM ddb_count_job WHERE writes > counted AND due_at <= now()"))
                .isEqualTo(1);
    }

    // ---- crashes

    @Test
    void run_brokenOff_goesOnWhereItWas() {
        fill(3_000);
        people.createIndex();
        AtomicInteger left = new AtomicInteger(1_500);
        ItemStore dying = breaking(items(), left);

        building(dying, 0).run();
        assertThat(status()).isEqualTo(TableStatus.BACKFILLING);
        long done = count("SELECT items FROM ddb_index_job");
        assertThat(done).isBetween(1_000L, 1_500L);
        left.set(Integer.MAX_VALUE);
        execute("UPDATE ddb_lease SET expires_at = now() - interval '1 s'");
        building(dying, 0).run();

        assertThat(status()).isEqualTo(TableStatus.ACTIVE);
        assertThat(people.read(PeopleTable.SLOT)).isEqualTo(people.expected());
        assertThat(Integer.MAX_VALUE - left.get())
                .as("items read after the crash")
                .isEqualTo(3_000 - (int) done);
    }

    @Test
    void run_leaseHeldByAnother_leavesTheJobAlone() {
        people.createIndex();
        TableDefinition table = people.definition();
        new Leases(storage.database()).hold("index-" + table.storageId() + "-" + PeopleTable.SLOT);

        building().run();

        assertThat(status()).isEqualTo(TableStatus.CREATING);
    }

    /** What a server leaves that dies while it makes the slot's index. */
    @Test
    void run_invalidDatabaseIndex_isMadeAgain() {
        new SlotIndexes(storage.database()).ensure(List.of(PeopleTable.SLOT));
        execute(
                "UPDATE pg_index SET indisvalid = false, indisready = false WHERE indexrelid = 'ddb_item_g7'::regclass");
        fill(10);

        people.createIndex();
        building().run();

        assertThat(count("SELECT count(*) FROM pg_index WHERE indisvalid AND indexrelid = 'ddb_item_g7'::regclass"))
                .isEqualTo(1);
        assertThat(people.read(PeopleTable.SLOT)).hasSize(5);
    }

    // ---- writers meanwhile

    @Test
    void run_underWriteLoad_indexAndTableAgree() throws Exception {
        fill(4_000);
        AtomicBoolean stop = new AtomicBoolean();
        CompletableFuture<?>[] writers = IntStream.range(0, 4)
                .mapToObj(n -> CompletableFuture.runAsync(() -> write(n, stop)))
                .toArray(CompletableFuture[]::new);

        for (int round = 0; round < 3; round++) {
            people.createIndex();
            building().run();
            assertThat(status()).isEqualTo(TableStatus.ACTIVE);
            people.deleteIndex();
            execute("UPDATE ddb_index_job SET started_at = now() - interval '1 h'");
            building().run();
            execute("UPDATE ddb_index_job SET started_at = now() - interval '1 h'");
            building().run();
            assertThat(people.index()).isNull();
        }
        people.createIndex();
        building().run();
        stop.set(true);
        CompletableFuture.allOf(writers).get(30, TimeUnit.SECONDS);

        assertThat(people.read(PeopleTable.SLOT)).isEqualTo(people.expected()).hasSizeGreaterThan(1_000);
    }

    private void write(int n, AtomicBoolean stop) {
        Random random = new Random(n);
        int number = 0;
        while (!stop.get()) {
            String pk = n + "-" + random.nextInt(500);
            switch (random.nextInt(4)) {
                case 0 -> people.remove(PeopleTable.nobody(pk));
                case 1 -> people.put(PeopleTable.nobody("p" + random.nextInt(4_000)));
                case 2 -> people.put(PeopleTable.person("p" + random.nextInt(4_000), "moved" + number++));
                default -> people.put(PeopleTable.person(pk, "city" + number++));
            }
        }
    }

    /** A statement that had begun before the index was created: the backfill must not pass it by. */
    @Test
    void run_writeUnderTheOldDefinitionUnderWay_isWaitedFor() throws Exception {
        fill(10);
        TableDefinition old = people.definition();
        try (Connection late = storage.dataSource().getConnection()) {
            late.setAutoCommit(false);
            try (Statement insert = late.createStatement()) {
                insert.execute("INSERT INTO ddb_item (table_id, ph, sk, ver, sz, item) SELECT " + old.storageId()
                        + ", '80000000-0000-0000-0000-000000000000', '', 1, 2,"
                        + " '{\"pk\":{\"S\":\"late\"},\"city\":{\"S\":\"Bern\"}}' FROM ddb_table WHERE version = "
                        + old.version());
            }
            people.createIndex();
            CompletableFuture<Void> run = CompletableFuture.runAsync(building()::run);
            await(() -> count("SELECT count(*) FROM pg_class WHERE relname = 'ddb_item_g7'") == 1);
            Thread.sleep(300);
            assertThat(status()).isEqualTo(TableStatus.CREATING);

            late.commit();
            late.setAutoCommit(true);
            run.get(30, TimeUnit.SECONDS);
        }

        assertThat(status()).isEqualTo(TableStatus.ACTIVE);
        assertThat(people.read(PeopleTable.SLOT)).containsKey("late").isEqualTo(people.expected());
    }

    @Test
    void put_underTheDefinitionBeforeTheIndex_isRefused() {
        TableDefinition old = people.definition();
        people.createIndex();
        building().run();

        assertThatThrownBy(() -> people.put(old, PeopleTable.person("late", "Bern")))
                .isInstanceOf(TableChangedException.class);
        assertThat(people.read(KeyRange.TABLE)).isEmpty();
    }

    // ---- an index that goes

    @Test
    void run_deletedIndex_freesTheSlot() {
        fill(300);
        people.createIndex();
        building().run();

        people.deleteIndex();
        building().run();
        assertThat(status()).as("a moment later").isEqualTo(TableStatus.DELETING);
        assertThat(count("SELECT count(g7p) FROM ddb_item")).isZero();
        execute("UPDATE ddb_index_job SET started_at = now() - interval '1 h'");
        building().run();

        assertThat(people.index()).isNull();
        assertThat(people.definition().keyAttributes())
                .extracting(KeyAttribute::name)
                .containsExactly("pk");
        building().run();
        assertThat(count("SELECT count(*) FROM ddb_index_job")).isZero();
    }

    @Test
    void put_whileTheIndexIsDeleted_writesNoEntry() {
        people.createIndex();
        building().run();
        people.deleteIndex();

        people.put(PeopleTable.person("one", "Bern"));

        assertThat(count("SELECT count(g7p) FROM ddb_item")).isZero();
    }

    @Test
    void run_indexDeletedWhileItIsBuilt_isEmptiedFromTheStart() {
        fill(3_000);
        people.createIndex();
        building(breaking(items(), new AtomicInteger(2_000)), 0).run();
        assertThat(count("SELECT count(g7p) FROM ddb_item")).isPositive();

        people.deleteIndex();
        execute("UPDATE ddb_lease SET expires_at = now() - interval '1 s'");
        building().run();

        assertThat(count("SELECT count(g7p) FROM ddb_item")).isZero();
        assertThat(count("SELECT count(*) FROM ddb_index_job WHERE action = 'DELETE'"))
                .isEqualTo(1);
    }

    @Test
    void run_tableDeletedMeanwhile_endsTheJob() {
        fill(10);
        people.createIndex();
        building(items(), 60).run();
        storage.backend().tables().delete(people.address, table -> {});

        building().run();

        assertThat(count("SELECT count(*) FROM ddb_index_job")).isZero();
    }

    private void fill(int count) {
        people.putAll(IntStream.range(0, count)
                .mapToObj(i -> i % 2 == 0 ? PeopleTable.person("p" + i, "city" + i % 7) : PeopleTable.nobody("p" + i))
                .toList());
    }

    private TableStatus status() {
        return Objects.requireNonNull(people.index()).status();
    }

    private ItemStore items() {
        return storage.backend().items();
    }

    private IndexBuilding building() {
        return building(items(), 0);
    }

    /** Leaves the job as it is when all is done. */
    private IndexBuilding stopsAtTheEnd() {
        return building(items(), 3_600);
    }

    /** A server's, with leases of its own. */
    private IndexBuilding building(ItemStore items, int transitionSeconds) {
        IndexJobs jobs = new IndexJobs(storage.database());
        IndexDefinitions definitions = new IndexDefinitions(storage.backend().tables(), storage.cache());
        SlotColumns columns = new SlotColumns(storage.database());
        WriteBarrier barrier = new WriteBarrier(storage.database());
        TableConfig config = new TableConfig(transitionSeconds);
        return new IndexBuilding(
                jobs,
                new Leases(storage.database()),
                new IndexPreparation(new SlotIndexes(storage.database()), barrier, definitions),
                new IndexBackfill(items, columns, jobs, definitions, config),
                new IndexRemoval(columns, barrier, jobs, definitions, config));
    }

    private static KeyAttribute string(String name) {
        return new KeyAttribute(name, ScalarType.S);
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            Thread.sleep(20);
        }
    }

    private long count(String query) {
        return storage.database().read(connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(query)) {
                return row.next() ? row.getLong(1) : -1;
            }
        });
    }

    private void execute(String statement) {
        try (Connection connection = storage.dataSource().getConnection();
                Statement executed = connection.createStatement()) {
            executed.execute(statement);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** Breaks off after so many items. */
    private static ItemStore breaking(ItemStore store, AtomicInteger left) {
        return (ItemStore) Proxy.newProxyInstance(
                ItemStore.class.getClassLoader(), new Class<?>[] {ItemStore.class}, (proxy, method, arguments) -> {
                    assertThat(method.getName()).isEqualTo("read");
                    @SuppressWarnings("unchecked")
                    Predicate<StoredItem> visitor = (Predicate<StoredItem>) arguments[2];
                    return store.read((KeyRange) arguments[0], (int) arguments[1], item -> {
                        if (left.getAndDecrement() <= 0) {
                            throw new StorageUnavailableException("of the test", null);
                        }
                        return visitor.test(item);
                    });
                });
    }
}
