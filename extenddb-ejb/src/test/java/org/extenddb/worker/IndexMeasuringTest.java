package org.extenddb.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.model.AttributeValue;
import org.extenddb.core.model.AttributeValue.StringValue;
import org.extenddb.core.model.IndexDefinition;
import org.extenddb.core.model.Item;
import org.extenddb.core.model.ItemSize;
import org.extenddb.core.model.KeyAttribute;
import org.extenddb.core.model.KeySchema;
import org.extenddb.core.model.Projection;
import org.extenddb.core.model.ProjectionType;
import org.extenddb.core.model.Region;
import org.extenddb.core.model.ScalarType;
import org.extenddb.core.model.TableAddress;
import org.extenddb.core.model.TableDefinition;
import org.extenddb.core.model.TableSettings;
import org.extenddb.core.model.TableStatus;
import org.extenddb.core.model.Throughput;
import org.extenddb.core.storage.NewTable;
import org.extenddb.core.storage.TableStatistics;
import org.extenddb.storage.jpa.TestStorage;
import org.extenddb.test.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** IndexSizeBytes is what an index projects. */
class IndexMeasuringTest {
    private static final TestStorage STORAGE = TestStorage.on(TestDatabase.create());
    private static final KeyAttribute PK = new KeyAttribute("pk", ScalarType.S);
    private static final KeyAttribute CITY = new KeyAttribute("city", ScalarType.S);
    private static final int KEYS = 1;
    private static final int SOME = 2;
    private static final int ALL = 3;

    private final CountFlushing flushing =
            new CountFlushing(STORAGE.database(), new Leases(STORAGE.database()), STORAGE.deltas());
    private final Leases leases = new Leases(STORAGE.database());
    private TableDefinition table = newTable();

    @BeforeEach
    void forgetOtherTests() {
        execute("TRUNCATE ddb_statistics, ddb_count_job, ddb_lease");
        STORAGE.deltas().take();
        table = newTable();
    }

    @Test
    void measure_smallTable_isExact() {
        for (int i = 0; i < 50; i++) {
            put(person("p" + i, "Rome", i));
        }
        put(new Item(Map.of("pk", new StringValue("nobody"))));
        flushing.run();
        measure();

        assertThat(statistics(KEYS)).isEqualTo(new TableStatistics(50, projected("pk", "city")));
        assertThat(statistics(SOME)).isEqualTo(new TableStatistics(50, projected("pk", "city", "note")));
        assertThat(statistics(ALL)).isEqualTo(new TableStatistics(50, projected("pk", "city", "note", "text")));
    }

    @Test
    void measure_writtenAgain_waitsForRestOrGrowth() {
        put(person("p0", "Rome", 0));
        flushing.run();
        measure();
        long one = statistics(KEYS).sizeBytes();
        put(person("p1", "Rome", 49));
        flushing.run();
        measure();
        long scaled = statistics(KEYS).sizeBytes();

        assertThat(one).isEqualTo(2 + 2 + 4 + 4);
        assertThat(scaled).isGreaterThan(2 * one);

        execute("UPDATE ddb_statistics SET share_at = now() - interval '2 minutes'");
        execute("UPDATE ddb_count_job SET flushed_at = now() - interval '9 seconds'");
        measure();
        assertThat(statistics(KEYS).sizeBytes()).isEqualTo(2 * one);
    }

    /** By one that has nothing to rest from. */
    private void measure() {
        new IndexMeasuring(
                        STORAGE.database(),
                        leases,
                        STORAGE.backend().tables(),
                        new IndexSample(STORAGE.backend().items()))
                .run();
    }

    private static Map<String, Integer> sizes(int number) {
        Map<String, Integer> sizes = new LinkedHashMap<>();
        person("p" + number, "Rome", number)
                .attributes()
                .forEach((name, value) -> sizes.put(name, ItemSize.of(new Item(Map.of(name, value)))));
        return sizes;
    }

    private static long projected(String... names) {
        long size = 0;
        for (int i = 0; i < 50; i++) {
            for (String name : names) {
                size += Objects.requireNonNull(sizes(i).get(name));
            }
        }
        return size;
    }

    private static Item person(String pk, String city, int number) {
        Map<String, AttributeValue> attributes = new LinkedHashMap<>();
        attributes.put("pk", new StringValue(pk));
        attributes.put("city", new StringValue(city));
        attributes.put("note", new StringValue("n".repeat(3)));
        attributes.put("text", new StringValue("t".repeat(10 * number + 1)));
        return new Item(attributes);
    }

    private TableDefinition newTable() {
        TableAddress address =
                new TableAddress(new AccountId("111122223333"), new Region("eu-west-2"), "t-" + UUID.randomUUID());
        return Objects.requireNonNull(STORAGE.backend()
                .tables()
                .create(new NewTable(
                        address,
                        KeySchema.of(PK, null),
                        List.of(PK, CITY),
                        List.of(
                                index(KEYS, new Projection(ProjectionType.KEYS_ONLY, List.of())),
                                index(SOME, new Projection(ProjectionType.INCLUDE, List.of("note"))),
                                index(ALL, Projection.ALL)),
                        TableSettings.onDemand())));
    }

    private static IndexDefinition index(int slot, Projection projection) {
        return new IndexDefinition(
                "index" + slot,
                IndexDefinition.Kind.GLOBAL,
                KeySchema.of(CITY, null),
                projection,
                Throughput.ON_DEMAND,
                TableStatus.ACTIVE,
                slot);
    }

    private void put(Item item) {
        PeopleTable.put(STORAGE, table, item);
    }

    private TableStatistics statistics(int slot) {
        return STORAGE.backend().tables().statistics(table, slot);
    }

    private static void execute(String statement) {
        STORAGE.database().write(connection -> {
            try (Statement executed = connection.createStatement()) {
                return executed.execute(statement);
            } catch (SQLException e) {
                throw new AssertionError(e);
            }
        });
    }
}
