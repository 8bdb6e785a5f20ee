package org.extenddb.storage.jpa.item;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import javax.sql.DataSource;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.key.ItemKey;
import org.extenddb.core.key.PartitionHash;
import org.extenddb.core.model.ByteString;
import org.extenddb.core.storage.Change;
import org.extenddb.core.storage.ItemAddress;
import org.extenddb.core.storage.ItemMutation;
import org.extenddb.core.storage.ItemStore;
import org.extenddb.core.storage.NewItem;
import org.extenddb.core.storage.StoredItem;
import org.extenddb.storage.jpa.TestStorage;
import org.extenddb.storage.jpa.sql.Database;
import org.extenddb.test.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Two servers on one database, each remembering what it wrote last: what the other wrote since always counts. */
class TwoServersTest {
    private static final TestStorage STORAGE = TestStorage.on(TestDatabase.create());
    private static final IntPredicate ANY = n -> true;

    private final ItemStore here = server();
    private final ItemStore there = server();
    private final ItemAddress address = new ItemAddress(
            STORAGE.newTable(), new ItemKey(PartitionHash.fromUuid(UUID.randomUUID()), ByteString.EMPTY));

    /** The item is a number; an absent one is 0. */
    private record Arithmetic(IntPredicate condition, IntUnaryOperator update, boolean remove) implements ItemMutation {
        @Override
        public Reads reads() {
            return Reads.CURRENT;
        }

        @Override
        public Change apply(@Nullable StoredItem current) {
            if (!condition.test(number(current))) {
                return new Change.Refuse(DynamoDbException.validation("refused"));
            }
            if (remove) {
                return new Change.Remove();
            }
            byte[] json = Integer.toString(update.applyAsInt(number(current))).getBytes(StandardCharsets.US_ASCII);
            return new Change.Write(new NewItem(json, json.length, null, List.of()));
        }
    }

    @Test
    void mutate_byTurns_countsEveryOne() {
        for (int n = 0; n < 300; n++) {
            add(n % 3 == 0 ? there : here);
        }

        assertThat(stored()).isEqualTo(300);
    }

    @Test
    void mutate_conditionHoldsOfTheRememberedItemOnly_isRefused() {
        add(here);
        add(there);

        assertThat(change(here, n -> n == 1, n -> 100)).isInstanceOf(Change.Refuse.class);
        assertThat(stored()).isEqualTo(2);
    }

    @Test
    void mutate_conditionHoldsOfTheStoredItemOnly_isWritten() {
        add(here);
        add(there);

        assertThat(change(here, n -> n == 2, n -> 100)).isInstanceOf(Change.Write.class);
        assertThat(stored()).isEqualTo(100);
    }

    @Test
    void mutate_removedElsewhere_startsFromNothing() {
        change(here, ANY, n -> 7);
        remove(there);
        add(here);

        assertThat(stored()).isEqualTo(1);
    }

    @Test
    void mutate_removedAndWrittenAgainElsewhere_seesTheNewItem() {
        change(here, ANY, n -> 7);
        remove(there);
        change(there, ANY, n -> 7);
        change(there, ANY, n -> 40);
        add(here);

        assertThat(stored()).isEqualTo(41);
    }

    @Test
    void mutate_removeOfARememberedItemThatChanged_seesTheNewItem() {
        add(here);
        add(there);

        assertThat(here.mutate(address, new Arithmetic(n -> n == 1, n -> n, true))
                        .change())
                .isInstanceOf(Change.Refuse.class);
        assertThat(stored()).isEqualTo(2);
    }

    @Test
    void mutate_ofWhatWasWrittenHere_isOneStatement() {
        AtomicInteger statements = new AtomicInteger();
        ItemStore counted = new PostgreSqlItemStore(
                new Database(counting(STORAGE.dataSource(), statements)),
                STORAGE.transactions(),
                new TableDeltas(),
                () -> {},
                1 << 20);
        add(there);
        add(counted);
        assertThat(statements).hasValue(2);

        add(counted);
        add(counted);
        assertThat(statements).hasValue(4);
    }

    @Test
    void mutate_remembered_answersThePreviousItem() {
        add(here);
        add(here);

        StoredItem previous =
                here.mutate(address, new Arithmetic(ANY, n -> n + 1, false)).previous();
        assertThat(number(previous)).isEqualTo(2);
    }

    private void add(ItemStore server) {
        assertThat(change(server, ANY, n -> n + 1)).isInstanceOf(Change.Write.class);
    }

    private void remove(ItemStore server) {
        server.mutate(address, new Arithmetic(ANY, n -> n, true));
    }

    private Change change(ItemStore server, IntPredicate condition, IntUnaryOperator update) {
        return server.mutate(address, new Arithmetic(condition, update, false)).change();
    }

    private int stored() {
        return number(STORAGE.backend().items().get(address));
    }

    private static int number(@Nullable StoredItem item) {
        return item == null ? 0 : Integer.parseInt(new String(item.json(), StandardCharsets.US_ASCII));
    }

    private static DataSource counting(DataSource source, AtomicInteger statements) {
        return proxy(
                DataSource.class,
                source,
                (method, result) -> proxy(Connection.class, result, (name, statement) -> {
                    statements.addAndGet(name.equals("prepareStatement") ? 1 : 0);
                    return statement;
                }));
    }

    private static <T> T proxy(Class<T> type, Object target, BiFunction<String, Object, Object> after) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    Object result = method.invoke(target, arguments);
                    return result == null ? null : after.apply(method.getName(), result);
                }));
    }

    private static ItemStore server() {
        return new PostgreSqlItemStore(
                STORAGE.database(), STORAGE.transactions(), new TableDeltas(), () -> {}, 1 << 20);
    }
}
