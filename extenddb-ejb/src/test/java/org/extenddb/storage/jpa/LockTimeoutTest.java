package org.extenddb.storage.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.extenddb.core.key.ItemKey;
import org.extenddb.core.key.PartitionHash;
import org.extenddb.core.model.ByteString;
import org.extenddb.core.storage.Change;
import org.extenddb.core.storage.ItemAddress;
import org.extenddb.core.storage.ItemMutation;
import org.extenddb.core.storage.ItemMutation.Reads;
import org.extenddb.core.storage.ItemStore;
import org.extenddb.core.storage.NewItem;
import org.extenddb.core.storage.StorageUnavailableException;
import org.extenddb.core.storage.StoredItem;
import org.extenddb.core.storage.TableLayout;
import org.extenddb.storage.jpa.item.PostgreSqlItemStore;
import org.extenddb.storage.jpa.sql.Database;
import org.extenddb.test.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Somebody else holds a row for longer than lock_timeout: the write fails as a whole, soon, and is not done later either. */
@Timeout(30)
class LockTimeoutTest {
    private static final int OTHERS = 8;

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final TestStorage STORAGE = TestStorage.on(DATABASE);

    private static final TableLayout TABLE = STORAGE.newTable();

    private final ItemStore items = new PostgreSqlItemStore(
            new Database(impatient(DATABASE)), STORAGE.transactions(), table -> {}, () -> {}, 0);
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
            List<CompletableFuture<?>> writes = IntStream.rangeClosed(0, OTHERS)
                    .<CompletableFuture<?>>mapToObj(n -> CompletableFuture.supplyAsync(
                            () -> items.mutate(address(n), put(Reads.NOTHING, "new")), writers))
                    .toList();

            assertThatThrownBy(writes.get(0)::join)
                    .isInstanceOf(CompletionException.class)
                    .hasCauseInstanceOf(StorageUnavailableException.class);
            for (int n = 1; n <= OTHERS; n++) {
                writes.get(n).join();
                assertThat(text(items.get(address(n)))).isEqualTo("new");
            }
        } finally {
            writers.shutdownNow();
        }
    }

    private void assertFailsAndLeavesTheItem(ItemMutation mutation) throws SQLException {
        assertThatThrownBy(() -> items.mutate(held, mutation))
                .isInstanceOf(StorageUnavailableException.class)
                .hasRootCauseInstanceOf(SQLException.class)
                .hasMessageContaining("lock timeout");

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
