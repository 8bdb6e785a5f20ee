package org.extenddb.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.extenddb.config.TableConfig;
import org.extenddb.core.model.KeyAttribute;
import org.extenddb.core.model.ScalarType;
import org.extenddb.core.model.TableStatus;
import org.extenddb.core.storage.ItemStore;
import org.extenddb.core.storage.KeyRange;
import org.extenddb.core.storage.StorageUnavailableException;
import org.extenddb.core.storage.StoredItem;
import org.extenddb.storage.jpa.TestStorage;
import org.extenddb.storage.jpa.item.SlotColumns;
import org.extenddb.storage.jpa.item.WriteBarrier;
import org.extenddb.storage.jpa.table.SlotIndexes;
import org.extenddb.test.TestDatabase;

/** A table whose index comes and goes, and servers that work on it. */
abstract class IndexWork {
    final TestStorage storage = TestStorage.on(TestDatabase.create());
    final PeopleTable people = new PeopleTable(storage);

    void fill(int count) {
        people.putAll(IntStream.range(0, count)
                .mapToObj(i -> i % 2 == 0 ? PeopleTable.person("p" + i, "city" + i % 7) : PeopleTable.nobody("p" + i))
                .toList());
    }

    TableStatus status() {
        return Objects.requireNonNull(people.index()).status();
    }

    ItemStore items() {
        return storage.backend().items();
    }

    IndexBuilding building() {
        return building(items(), 0);
    }

    /** Leaves the job as it is when all is done. */
    IndexBuilding stopsAtTheEnd() {
        return building(items(), 3_600);
    }

    /** A server's, with leases of its own. */
    IndexBuilding building(ItemStore items, int transitionSeconds) {
        IndexJobs jobs = new IndexJobs(storage.database());
        IndexDefinitions definitions = new IndexDefinitions(storage.backend().tables(), storage.cache());
        SlotColumns columns = new SlotColumns(storage.database(), storage.deltas());
        WriteBarrier barrier = new WriteBarrier(storage.database());
        TableConfig config = new TableConfig(transitionSeconds);
        return new IndexBuilding(
                jobs,
                new Leases(storage.database()),
                new IndexPreparation(new SlotIndexes(storage.database()), barrier, definitions),
                new IndexBackfill(items, columns, jobs, definitions, config),
                new IndexRemoval(columns, barrier, jobs, definitions, config));
    }

    static KeyAttribute string(String name) {
        return new KeyAttribute(name, ScalarType.S);
    }

    static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }

    long count(String query) {
        return storage.database().read(connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(query)) {
                return row.next() ? row.getLong(1) : -1;
            }
        });
    }

    void execute(String statement) {
        try (Connection connection = storage.dataSource().getConnection();
                Statement executed = connection.createStatement()) {
            executed.execute(statement);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** Breaks off after so many items. */
    static ItemStore breaking(ItemStore store, AtomicInteger left) {
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
