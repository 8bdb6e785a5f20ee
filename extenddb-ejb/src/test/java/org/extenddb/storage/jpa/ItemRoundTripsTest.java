package org.extenddb.storage.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.extenddb.core.key.ItemKey;
import org.extenddb.core.key.PartitionHash;
import org.extenddb.core.model.ByteString;
import org.extenddb.core.storage.AddressedMutation;
import org.extenddb.core.storage.Change;
import org.extenddb.core.storage.ItemAddress;
import org.extenddb.core.storage.ItemMutation;
import org.extenddb.core.storage.ItemStore;
import org.extenddb.core.storage.NewItem;
import org.extenddb.core.storage.StoredItem;
import org.extenddb.core.storage.TableLayout;
import org.extenddb.storage.jpa.item.PostgreSqlItemStore;
import org.extenddb.storage.jpa.item.TableDeltas;
import org.extenddb.storage.jpa.sql.Database;
import org.extenddb.test.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However many items a batch or a transaction has, it asks the database as often. */
class ItemRoundTripsTest {
    private static final TestStorage STORAGE = TestStorage.on(TestDatabase.create());

    private final AtomicInteger asked = new AtomicInteger();
    private final DataSource source = counted(DataSource.class, STORAGE.dataSource());
    private final ItemStore items = new PostgreSqlItemStore(
            new Database(source),
            new LocalTransactions(source, ((LocalTransactions) STORAGE.transactions()).factory()),
            new TableDeltas(),
            () -> {},
            0);
    private final List<TableLayout> tables = List.of(STORAGE.newTable(), STORAGE.newTable());

    @ParameterizedTest
    @ValueSource(ints = {2, 25})
    void batchOfPuts_isOneStatement(int count) {
        assertThat(askedFor(count, list -> items.mutateEach(mutations(list, true))))
                .isOne();
    }

    /** What was not there may be of a table that is not there: one more. */
    @ParameterizedTest
    @ValueSource(ints = {2, 25})
    void batchOfDeletes_isOneStatement(int count) {
        items.mutateEach(mutations(addresses(count), true));
        assertThat(askedFor(count, list -> items.mutateEach(mutations(list, false))))
                .isOne();
        assertThat(askedFor(count, list -> items.mutateEach(mutations(list, false))))
                .isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 100})
    void reads_areOneStatement(int count) {
        items.mutateEach(mutations(addresses(count), true));
        assertThat(askedFor(count, list -> items.getAtMost(list, 16_000_000))).isOne();
        assertThat(askedFor(count, list -> items.snapshot(list, 4_000_000))).isOne();
        assertThat(askedFor(2 * count, list -> items.snapshot(list, 4_000_000))).isOne();
    }

    /** Those that are larger than their share come by a second one. */
    @Test
    void readOfLargeItems_isTwoStatements() {
        items.mutateEach(mutations(addresses(4), true));
        assertThat(askedFor(4, list -> items.getAtMost(list, 5))).isEqualTo(2);
    }

    /** One locks and reads, one writes. A commit is not counted. */
    @ParameterizedTest
    @ValueSource(ints = {2, 100})
    void transactionOfPuts_isTwoStatements(int count) {
        assertThat(askedFor(count, list -> items.mutateAll(mutations(list, true))))
                .isEqualTo(2);
        assertThat(askedFor(count, list -> items.mutateAll(mutations(list, true))))
                .isEqualTo(2);
    }

    private int askedFor(int count, Consumer<List<ItemAddress>> work) {
        int before = asked.get();
        work.accept(addresses(count));
        return asked.get() - before;
    }

    /** By turns of one table and the other. */
    private List<ItemAddress> addresses(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new ItemAddress(
                        tables.get(i % 2), new ItemKey(PartitionHash.fromUuid(new UUID(i, i)), ByteString.EMPTY)))
                .toList();
    }

    private static List<AddressedMutation> mutations(List<ItemAddress> addresses, boolean put) {
        byte[] json = "{}".getBytes(StandardCharsets.US_ASCII);
        Change change = put ? new Change.Write(new NewItem(json, json.length, null, List.of())) : new Change.Remove();
        ItemMutation mutation = new ItemMutation() {
            @Override
            public Reads reads() {
                return Reads.NOTHING;
            }

            @Override
            public Change apply(@Nullable StoredItem current) {
                return change;
            }
        };
        return addresses.stream()
                .map(address -> new AddressedMutation(address, mutation))
                .toList();
    }

    /** Counts the statements that are executed on connections of a source. */
    private <T> T counted(Class<T> type, T original) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (method.getName().startsWith("execute")) {
                        asked.incrementAndGet();
                    }
                    try {
                        Object result = method.invoke(original, arguments);
                        if (result instanceof PreparedStatement statement) {
                            return counted(PreparedStatement.class, statement);
                        }
                        return result instanceof Connection connection ? counted(Connection.class, connection) : result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
