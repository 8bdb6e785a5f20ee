package org.extenddb.storage.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.extenddb.core.error.ErrorCode;
import org.extenddb.core.key.ItemKey;
import org.extenddb.core.key.PartitionHash;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.model.ByteString;
import org.extenddb.core.model.Region;
import org.extenddb.core.storage.AddressedMutation;
import org.extenddb.core.storage.AtomicResult;
import org.extenddb.core.storage.Change;
import org.extenddb.core.storage.ItemAddress;
import org.extenddb.core.storage.ItemMutation;
import org.extenddb.core.storage.ItemMutation.Reads;
import org.extenddb.core.storage.ItemStore;
import org.extenddb.core.storage.MutationResult;
import org.extenddb.core.storage.NewItem;
import org.extenddb.core.storage.RequestToken;
import org.extenddb.core.storage.StoredItem;
import org.extenddb.core.storage.TableLayout;
import org.extenddb.storage.jpa.item.PostgreSqlItemStore;
import org.extenddb.storage.jpa.item.TableDeltas;
import org.extenddb.storage.jpa.sql.Database;
import org.extenddb.test.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Somebody else holds a row for longer than lock_timeout: the write is refused as a whole, soon, and is not done later either. */
@Timeout(30)
class LockTimeoutTest {
    private static final int OTHERS = 8;

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final TestStorage STORAGE = TestStorage.on(DATABASE);

    private static final TableLayout TABLE = STORAGE.newTable();

    private final ItemStore items = new PostgreSqlItemStore(
            new Database(impatient(DATABASE)), STORAGE.transactions(), new TableDeltas(), () -> {}, 0);
    private final ItemAddress held = address(0);
    private Connection holder;

    @BeforeEach
    void holdRow() throws SQLException {
        items.mutate(held, put(Reads.NOTHING, "old"));
        holder = STORAGE.dataSource().getConnection();
        holder.setAutoCommit(false);
        try (Statement lock = holder.createStatement()) {
            lock.execute("SELECT 1 FROM ddb_item FOR UPDATE");
        }
    }

    @AfterEach
    void letGoAndClear() throws SQLException {
        holder.rollback();
        try (Statement clear = holder.createStatement()) {
            clear.execute("DELETE FROM ddb_item");
        }
        holder.commit();
        holder.close();
    }

    @ParameterizedTest
    @EnumSource(Reads.class)
    void put_rowHeldForTooLong_failsAndIsNotDoneLater(Reads reads) throws SQLException {
        assertFailsAndLeavesTheItem(put(reads, "new"));
    }

    @ParameterizedTest
    @EnumSource(Reads.class)
    void remove_rowHeldForTooLong_failsAndIsNotDoneLater(Reads reads) throws SQLException {
        assertFailsAndLeavesTheItem(mutation(reads, new Change.Remove()));
    }

    @Test
    void get_rowHeld_doesNotWait() {
        assertThat(text(items.get(held))).isEqualTo("old");
    }

    @Test
    void putsTogether_oneRowHeld_onlyThatOneFails() {
        ExecutorService writers = Executors.newFixedThreadPool(OTHERS + 1);
        try {
            List<CompletableFuture<MutationResult>> writes = IntStream.rangeClosed(0, OTHERS)
                    .mapToObj(n -> CompletableFuture.supplyAsync(
                            () -> items.mutate(address(n), put(Reads.NOTHING, "new")), writers))
                    .toList();

            assertThat(writes.get(0).join()).matches(LockTimeoutTest::isConflict);
            for (int n = 1; n <= OTHERS; n++) {
                writes.get(n).join();
                assertThat(text(items.get(address(n)))).isEqualTo("new");
            }
        } finally {
            writers.shutdownNow();
        }
    }

    @Test
    void manyWriters_rowHeld_allGiveUpSoon() {
        ExecutorService writers = Executors.newFixedThreadPool(OTHERS);
        try {
            long start = System.nanoTime();
            List<CompletableFuture<MutationResult>> writes = IntStream.range(0, OTHERS)
                    .mapToObj(n ->
                            CompletableFuture.supplyAsync(() -> items.mutate(held, put(Reads.CURRENT, "new")), writers))
                    .toList();

            assertThat(writes).allMatch(write -> isConflict(write.join()));
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
        } finally {
            writers.shutdownNow();
        }
    }

    @Test
    void transaction_rowHeld_isAConflictThatNamesIt() throws SQLException {
        List<AddressedMutation> mutations = IntStream.of(2, 0, 1)
                .mapToObj(n -> new AddressedMutation(address(n), put(Reads.CURRENT, "new")))
                .toList();
        long start = System.nanoTime();

        assertThat(items.mutateAll(mutations)).isEqualTo(new AtomicResult.Conflict(List.of(1)));

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
        assertThat(items.get(address(1))).isNull();
        holder.rollback();
        assertThat(items.mutateAll(mutations)).isInstanceOf(AtomicResult.Applied.class);
    }

    @ParameterizedTest
    @EnumSource(Reads.class)
    void put_keyBeingInsertedByAnother_failsAndIsNotDoneLater(Reads reads) throws SQLException {
        insertWithoutCommit(new UUID(5, 0));

        assertThat(items.mutate(address(5), put(reads, "new"))).matches(LockTimeoutTest::isConflict);

        holder.rollback();
        assertThat(items.get(address(5))).isNull();
    }

    /** A transaction announces it, a write of one item does not: then the conflict may be at any item that is absent. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void transaction_keyBeingInsertedByAnother_isAConflictThatNamesIt(boolean announced) throws SQLException {
        insertWithoutCommit(new UUID(5, 0));
        if (announced) {
            try (PreparedStatement announce =
                    holder.prepareStatement("SELECT pg_advisory_xact_lock_shared(hashtextextended(?, ?))")) {
                announce.setString(1, new UUID(5, 0).toString());
                announce.setInt(2, TABLE.storageId());
                announce.execute();
            }
        }
        List<AddressedMutation> mutations = List.of(
                new AddressedMutation(address(5), put(Reads.CURRENT, "new")),
                new AddressedMutation(address(6), put(Reads.NOTHING, "new")));

        assertThat(items.mutateAll(mutations))
                .isEqualTo(new AtomicResult.Conflict(announced ? List.of(0) : List.of(0, 1)));

        holder.rollback();
        assertThat(items.mutateAll(mutations)).isInstanceOf(AtomicResult.Applied.class);
    }

    @Test
    void transaction_tokenOfOneUnderWay_isInProgress() {
        RequestToken token = new RequestToken(
                new AccountId("000000000000"), new Region("local"), "token", ByteString.utf8("request"));
        CompletableFuture<AtomicResult> inner = new CompletableFuture<>();
        AddressedMutation asking = new AddressedMutation(address(7), new ItemMutation() {
            @Override
            public Reads reads() {
                return Reads.CURRENT;
            }

            @Override
            public Change apply(@Nullable StoredItem current) {
                if (!inner.isDone()) {
                    inner.complete(CompletableFuture.supplyAsync(() -> items.mutateAll(List.of(), token))
                            .join());
                }
                return new Change.Keep();
            }
        });

        assertThat(items.mutateAll(List.of(asking), token)).isInstanceOf(AtomicResult.Applied.class);
        assertThat(inner.join()).isEqualTo(new AtomicResult.InProgress());
        assertThat(items.mutateAll(List.of(asking), token)).isEqualTo(new AtomicResult.Repeated());
    }

    private void insertWithoutCommit(UUID partition) throws SQLException {
        try (PreparedStatement insert = holder.prepareStatement(
                "INSERT INTO ddb_item (table_id, ph, sk, ver, sz, item) VALUES (?, ?, '', 1, 1, 'x')")) {
            insert.setInt(1, TABLE.storageId());
            insert.setObject(2, partition);
            insert.executeUpdate();
        }
    }

    private static boolean isConflict(MutationResult result) {
        return result.change() instanceof Change.Refuse refusal
                && refusal.error().code() == ErrorCode.TRANSACTION_CONFLICT;
    }

    private void assertFailsAndLeavesTheItem(ItemMutation mutation) throws SQLException {
        assertThat(items.mutate(held, mutation)).matches(LockTimeoutTest::isConflict);

        holder.rollback();
        assertThat(text(items.get(held))).isEqualTo("old");

        items.mutate(held, mutation);
        assertThat(text(items.get(held))).isNotEqualTo("old");
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

    private static ItemAddress address(int n) {
        return new ItemAddress(TABLE, new ItemKey(PartitionHash.fromUuid(new UUID(n, 0)), ByteString.EMPTY));
    }

    /** As the server's data sources, which set lock_timeout in the same way, but with less patience. */
    private static PGSimpleDataSource impatient(TestDatabase database) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(database.jdbcUrl());
        source.setOptions("-c lock_timeout=300ms");
        return source;
    }
}
