package org.extenddb.storage.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.extenddb.core.key.ItemKey;
import org.extenddb.core.key.PartitionHash;
import org.extenddb.core.model.ByteString;
import org.extenddb.core.storage.AddressedMutation;
import org.extenddb.core.storage.Change;
import org.extenddb.core.storage.ItemAddress;
import org.extenddb.core.storage.ItemMutation;
import org.extenddb.core.storage.ItemMutation.Reads;
import org.extenddb.core.storage.ItemStore;
import org.extenddb.core.storage.MutationResult;
import org.extenddb.core.storage.NewItem;
import org.extenddb.core.storage.StoredItem;
import org.extenddb.core.storage.TableLayout;
import org.extenddb.storage.jpa.item.PostgreSqlItemStore;
import org.extenddb.storage.jpa.item.TableDeltas;
import org.extenddb.storage.jpa.sql.Database;
import org.extenddb.test.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postgresql.ds.PGSimpleDataSource;

/** How batches of writes take PostgreSQL's row locks. */
@Timeout(120)
class BatchLocksTest {
    private static final int KEYS = 25;
    private static final int WRITERS = 8;
    private static final int ROUNDS = 60;

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final TestStorage STORAGE = TestStorage.on(DATABASE);

    private static final TableLayout TABLE = STORAGE.newTable();

    private final ItemStore items = STORAGE.backend().items();

    /** Inserts, overwrites and removes of the same keys by batches, transactions and single writes: the server counts deadlocks. */
    @Test
    void writesOfTheSameKeys_neverDeadlock() throws Exception {
        long before = deadlocks();
        long seed = System.nanoTime();
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        List<Callable<Void>> work = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            Random random = new Random(seed + writer);
            work.add(() -> write(random));
        }
        for (Future<Void> done : writers.invokeAll(work)) {
            done.get();
        }
        writers.shutdown();

        TimeUnit.SECONDS.sleep(2); // the server's counters come late
        assertThat(deadlocks() - before).as("seed " + seed).isZero();
    }

    private @Nullable Void write(Random random) {
        for (int round = 0; round < ROUNDS; round++) {
            Reads reads = random.nextBoolean() ? Reads.NOTHING : Reads.PREVIOUS;
            List<Integer> keys =
                    new ArrayList<>(IntStream.range(0, KEYS).boxed().toList());
            Collections.shuffle(keys, random);
            List<AddressedMutation> mutations = keys.subList(0, 1 + random.nextInt(KEYS)).stream()
                    .map(key -> new AddressedMutation(address(TABLE, key), random(reads, random)))
                    .toList();
            switch (random.nextInt(6)) {
                case 0 -> items.mutateAll(mutations);
                case 1 ->
                    items.mutate(mutations.get(0).address(), mutations.get(0).mutation());
                default -> assertThat(items.mutateEach(mutations)).doesNotContainNull();
            }
        }
        return null;
    }

    private static ItemMutation random(Reads reads, Random random) {
        return random.nextInt(3) == 0 ? mutation(reads, new Change.Remove()) : put(reads, "v" + random.nextInt());
    }

    @ParameterizedTest
    @EnumSource(
            value = Reads.class,
            names = {"NOTHING", "PREVIOUS"})
    void rowHeldForTooLong_theOthersAreWritten(Reads reads) throws SQLException {
        ItemStore impatient = new PostgreSqlItemStore(
                new Database(impatient()), STORAGE.transactions(), new TableDeltas(), () -> {}, 0);
        TableLayout table = STORAGE.newTable();
        items.mutate(address(table, 3), put(Reads.NOTHING, "old"));
        items.mutate(address(table, 4), put(Reads.NOTHING, "old"));
        List<AddressedMutation> batch = IntStream.range(0, 6)
                .mapToObj(key -> new AddressedMutation(
                        address(table, key), key == 4 ? mutation(reads, new Change.Remove()) : put(reads, "new")))
                .toList();

        try (Connection holder = STORAGE.dataSource().getConnection()) {
            holder.setAutoCommit(false);
            try (Statement lock = holder.createStatement()) {
                lock.execute("SELECT 1 FROM ddb_item WHERE table_id = " + table.storageId() + " FOR UPDATE");
            }
            List<@Nullable MutationResult> results = impatient.mutateEach(batch);
            holder.rollback();

            assertThat(IntStream.range(0, 6).filter(i -> results.get(i) == null))
                    .containsExactly(3, 4);
        }
        assertThat(IntStream.range(0, 6).mapToObj(key -> text(items.get(address(table, key)))))
                .containsExactly("new", "new", "new", "old", "old", "new");
    }

    private static long deadlocks() throws SQLException {
        try (Connection connection = STORAGE.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static ItemMutation put(Reads reads, String text) {
        byte[] json = text.getBytes(StandardCharsets.US_ASCII);
        return mutation(reads, new Change.Write(new NewItem(json, json.length, null, List.of())));
    }

    private static ItemMutation mutation(Reads reads, Change change) {
        return new ItemMutation() {
            @Override
            public Reads reads() {
                return reads;
            }

            @Override
            public Change apply(@Nullable StoredItem current) {
                return change;
            }
        };
    }

    private static String text(@Nullable StoredItem item) {
        return item == null ? "" : new String(item.json(), StandardCharsets.US_ASCII);
    }

    private static ItemAddress address(TableLayout table, int n) {
        return new ItemAddress(table, new ItemKey(PartitionHash.fromUuid(new UUID(n, 0)), ByteString.EMPTY));
    }

    private static PGSimpleDataSource impatient() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(DATABASE.jdbcUrl());
        source.setOptions("-c lock_timeout=300ms");
        return source;
    }
}
