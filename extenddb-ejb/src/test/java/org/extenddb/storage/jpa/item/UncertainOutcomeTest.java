package org.extenddb.storage.jpa.item;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.extenddb.core.key.ItemKey;
import org.extenddb.core.key.PartitionHash;
import org.extenddb.core.model.ByteString;
import org.extenddb.core.storage.Change;
import org.extenddb.core.storage.ItemAddress;
import org.extenddb.core.storage.ItemMutation;
import org.extenddb.core.storage.ItemStore;
import org.extenddb.core.storage.NewItem;
import org.extenddb.core.storage.StorageUnavailableException;
import org.extenddb.core.storage.StoredItem;
import org.extenddb.core.storage.TableLayout;
import org.extenddb.storage.jpa.TestStorage;
import org.extenddb.storage.jpa.sql.Database;
import org.extenddb.test.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A pool that fails after the statement was carried out, with an error that says nothing: nobody may do it again. */
class UncertainOutcomeTest {
    private static final int ITEMS = 12;
    private static final int ROUNDS = 60;

    private final TestStorage storage = TestStorage.on(TestDatabase.create());
    private final ItemStore items = new PostgreSqlItemStore(
            new Database(failingAfterwards(storage.dataSource())),
            storage.transactions(),
            new TableDeltas(),
            () -> {},
            1 << 20);

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
    void mutate_failureAfterTheCommit_isNeverAppliedTwice() throws InterruptedException {
        TableLayout table = storage.newTable();
        List<ItemAddress> addresses = IntStream.range(0, ITEMS)
                .mapToObj(n ->
                        new ItemAddress(table, new ItemKey(PartitionHash.fromUuid(new UUID(n, 0)), ByteString.EMPTY)))
                .toList();
        AtomicInteger[] asked = new AtomicInteger[ITEMS];
        AtomicInteger[] acknowledged = new AtomicInteger[ITEMS];
        List<Thread> writers = IntStream.range(0, ITEMS)
                .mapToObj(n -> {
                    asked[n] = new AtomicInteger();
                    acknowledged[n] = new AtomicInteger();
                    return new Thread(() -> addAgainAndAgain(addresses.get(n), asked[n], acknowledged[n]));
                })
                .toList();
        writers.forEach(Thread::start);
        for (Thread writer : writers) {
            writer.join();
        }

        for (int n = 0; n < ITEMS; n++) {
            assertThat(number(storage.backend().items().get(addresses.get(n))))
                    .isBetween(acknowledged[n].get(), asked[n].get());
            assertThat(acknowledged[n].get()).isPositive();
        }
    }

    private void addAgainAndAgain(ItemAddress address, AtomicInteger asked, AtomicInteger acknowledged) {
        for (int i = 0; i < ROUNDS; i++) {
            asked.incrementAndGet();
            try {
                items.mutate(address, new AddOne());
                acknowledged.incrementAndGet();
            } catch (StorageUnavailableException uncertain) {
                // It may have been written, once.
            }
        }
    }

    private static int number(@Nullable StoredItem item) {
        return item == null ? 0 : Integer.parseInt(new String(item.json(), StandardCharsets.US_ASCII));
    }

    private static DataSource failingAfterwards(DataSource source) {
        return proxy(DataSource.class, source, source2 -> proxy(Connection.class, (Connection) source2, null));
    }

    /** Passes calls on; connections fail one close in five, once they are closed. */
    private static <T> T proxy(Class<T> type, T target, java.util.function.@Nullable Function<Object, Object> wrap) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
            Object result;
            try {
                result = method.invoke(target, args);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
            if (method.getName().equals("close") && ThreadLocalRandom.current().nextInt(5) == 0) {
                throw new SQLException("something went wrong");
            }
            return wrap != null && result instanceof Connection ? wrap.apply(result) : result;
        }));
    }
}
