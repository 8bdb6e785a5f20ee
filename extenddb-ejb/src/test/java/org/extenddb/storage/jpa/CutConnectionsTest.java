package org.extenddb.storage.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
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
import org.extenddb.core.storage.ItemStore;
import org.extenddb.core.storage.NewItem;
import org.extenddb.core.storage.RequestToken;
import org.extenddb.core.storage.StorageUnavailableException;
import org.extenddb.core.storage.StoredItem;
import org.extenddb.core.storage.TableLayout;
import org.extenddb.test.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Connections are cut at any moment, also in the middle of a commit: with a token, each transaction takes effect exactly once. */
class CutConnectionsTest {
    private static final int CLIENTS = 5;
    private static final int TRANSACTIONS = 60;
    private static final int COUNTERS = 4;
    private static final int PAUSE_MILLIS = 20;

    private final TestDatabase database = TestDatabase.create();
    private final TestStorage storage = TestStorage.on(database);
    private final ItemStore items = storage.backend().items();
    private final TableLayout table = storage.newTable();
    private final AtomicInteger brokenOff = new AtomicInteger();

    private record AddOne() implements ItemMutation {
        @Override
        public Reads reads() {
            return Reads.CURRENT;
        }

        @Override
        public Change apply(@Nullable StoredItem current) {
            byte[] json = Integer.toString(number(current) + 1).getBytes(StandardCharsets.US_ASCII);
            return new Change.Write(new NewItem(json, json.length, null, List.of()));
        }
    }

    @Test
    @Timeout(120)
    void mutateAll_connectionsCut_takesEffectExactlyOnce() throws InterruptedException {
        AtomicBoolean stop = new AtomicBoolean();
        AtomicInteger failures = new AtomicInteger();
        Thread cutter = new Thread(() -> cutUntil(stop));
        List<Thread> clients = IntStream.range(0, CLIENTS)
                .mapToObj(client -> new Thread(() -> {
                    for (int i = 0; i < TRANSACTIONS; i++) {
                        addUntilDone();
                    }
                }))
                .toList();
        clients.forEach(client -> client.setUncaughtExceptionHandler((thread, failure) -> failures.incrementAndGet()));
        cutter.start();
        clients.forEach(Thread::start);
        for (Thread client : clients) {
            client.join();
        }
        stop.set(true);
        cutter.join();

        // The pool of before may hold more than one dead connection; a server's is emptied at the first.
        ItemStore afterwards = TestStorage.on(database).backend().items();
        int sum = IntStream.range(0, COUNTERS)
                .map(n -> number(afterwards.get(counter(n))))
                .sum();
        assertThat(failures).hasValue(0);
        assertThat(sum).isEqualTo(2 * CLIENTS * TRANSACTIONS);
        assertThat(brokenOff).hasPositiveValue();
    }

    private void addUntilDone() {
        int first = ThreadLocalRandom.current().nextInt(COUNTERS);
        List<AddressedMutation> mutations = List.of(
                new AddressedMutation(counter(first), new AddOne()),
                new AddressedMutation(counter((first + 1) % COUNTERS), new AddOne()));
        RequestToken token = new RequestToken(
                new AccountId("000000000000"),
                new Region("local"),
                UUID.randomUUID().toString(),
                ByteString.utf8("request"));
        AtomicResult result = null;
        while (!(result instanceof AtomicResult.Applied || result instanceof AtomicResult.Repeated)) {
            try {
                result = items.mutateAll(mutations, token);
                assertThat(result).isNotInstanceOfAny(AtomicResult.Refused.class, AtomicResult.TokenMismatch.class);
            } catch (StorageUnavailableException uncertain) {
                brokenOff.incrementAndGet();
            }
        }
    }

    private void cutUntil(AtomicBoolean stop) {
        try (Connection connection = database.dataSource(1).getConnection();
                Statement statement = connection.createStatement()) {
            while (!stop.get()) {
                statement.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                        + " WHERE datname = current_database() AND pid <> pg_backend_pid() AND random() < 0.5");
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private ItemAddress counter(int n) {
        return new ItemAddress(table, new ItemKey(PartitionHash.fromUuid(new UUID(n, 0)), ByteString.EMPTY));
    }

    private static int number(@Nullable StoredItem item) {
        return item == null ? 0 : Integer.parseInt(new String(item.json(), StandardCharsets.US_ASCII));
    }
}
