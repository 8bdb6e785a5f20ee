package org.extenddb.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.extenddb.config.ExpiryConfig;
import org.extenddb.core.model.AttributeValue;
import org.extenddb.core.model.AttributeValue.NumberValue;
import org.extenddb.core.model.AttributeValue.StringValue;
import org.extenddb.core.model.DynamoNumber;
import org.extenddb.core.model.Item;
import org.extenddb.core.model.StreamViewType;
import org.extenddb.core.model.TableStream;
import org.extenddb.core.model.TimeToLive;
import org.extenddb.core.storage.KeyRange;
import org.extenddb.core.storage.RecordPage;
import org.extenddb.core.storage.StreamRecord;
import org.extenddb.core.storage.StreamShard;
import org.extenddb.storage.jpa.TestStorage;
import org.extenddb.storage.jpa.item.ExpiryColumn;
import org.extenddb.storage.jpa.item.WriteBarrier;
import org.extenddb.test.TestDatabase;
import org.junit.jupiter.api.Test;

/** Items go when they have expired, and no others. */
class TimeToLiveTest {
    private static final String EXPIRES = "expires";
    private static final long YEAR = 365 * 86_400L;

    private final TestStorage storage = TestStorage.on(TestDatabase.create());
    private final PeopleTable people = new PeopleTable(storage);
    private final ExpiryColumn column = new ExpiryColumn(storage.database(), storage.deltas());
    private final ExpiryFilling filling = new ExpiryFilling(
            storage.backend().items(),
            column,
            new ExpiryJobs(storage.database(), storage.backend().tables(), storage.cache()),
            new Leases(storage.database()),
            new WriteBarrier(storage.database()));
    private final ExpirySweep sweep = new ExpirySweep(column, new ExpiryConfig(0, false));
    private final long now = Instant.now().getEpochSecond();

    private void set(String attribute, boolean enabled) {
        storage.backend()
                .tables()
                .update(
                        people.definition().address(),
                        table -> table.with(
                                table.settings().withTimeToLive(new TimeToLive(attribute, enabled, Instant.now()))));
    }

    private int stream() {
        storage.backend()
                .tables()
                .update(
                        people.definition().address(),
                        table -> table.with(
                                table.settings().withStream(TableStream.wanted(StreamViewType.NEW_AND_OLD_IMAGES))));
        int id = Objects.requireNonNull(people.definition().settings().stream()).id();
        assertThat(storage.backend().streams().settle(id)).isTrue();
        return id;
    }

    private static Item item(String pk, String attribute, AttributeValue value) {
        Map<String, AttributeValue> attributes = new LinkedHashMap<>();
        attributes.put("pk", new StringValue(pk));
        attributes.put(attribute, value);
        return new Item(attributes);
    }

    private static Item expiring(String pk, String number) {
        return item(pk, EXPIRES, new NumberValue(DynamoNumber.parse(number)));
    }

    private Item expiring(String pk, long secondsFromNow) {
        return expiring(pk, Long.toString(now + secondsFromNow));
    }

    private List<Item> everyKind(String prefix) {
        return List.of(
                expiring(prefix + "past", -10),
                expiring(prefix + "fraction", (now - 10) + ".5"),
                expiring(prefix + "almostFive", -5 * YEAR + 1_000),
                expiring(prefix + "future", 1_000),
                expiring(prefix + "older", -5 * YEAR - 1_000),
                expiring(prefix + "huge", "1E+120"),
                expiring(prefix + "negative", "-1"),
                item(prefix + "text", EXPIRES, new StringValue(Long.toString(now - 10))),
                PeopleTable.nobody(prefix + "none"));
    }

    @Test
    void items_writtenBeforeAndAfterEnabling_goOnceTheyHaveExpired() {
        everyKind("before-").forEach(people::put);
        set(EXPIRES, true);
        everyKind("after-").forEach(people::put);
        sweep.run();
        assertThat(people.read(KeyRange.TABLE))
                .as("not all items are in step yet")
                .hasSize(18);

        filling.run();
        sweep.run();

        assertThat(people.read(KeyRange.TABLE).keySet())
                .containsExactlyInAnyOrder(
                        "before-future",
                        "before-older",
                        "before-huge",
                        "before-negative",
                        "before-text",
                        "before-none",
                        "after-future",
                        "after-older",
                        "after-huge",
                        "after-negative",
                        "after-text",
                        "after-none");
    }

    @Test
    void items_renewedOrOfAnotherAttribute_stay() {
        set(EXPIRES, true);
        filling.run();
        people.put(expiring("renewed", -10));
        people.put(expiring("renewed", 1_000));
        people.put(item("other", "other", new NumberValue(DynamoNumber.of(now - 10))));
        sweep.run();
        assertThat(people.read(KeyRange.TABLE)).containsOnlyKeys("renewed", "other");

        people.put(expiring("late", -10));
        set(EXPIRES, false);
        sweep.run();
        set("other", true);
        sweep.run();
        assertThat(people.read(KeyRange.TABLE)).containsOnlyKeys("renewed", "other", "late");
        filling.run();
        sweep.run();
        assertThat(people.read(KeyRange.TABLE)).containsOnlyKeys("renewed", "late");
    }

    /** Several servers at once, and every removal is recorded once, as the service's. */
    @Test
    void sweeps_atOnce_shareTheWork_andTheStreamTellsOfIt() throws Exception {
        int items = 3_000;
        int stream = stream();
        set(EXPIRES, true);
        filling.run();
        IntStream.range(0, items).forEach(i -> people.put(expiring("i" + i, -10)));
        long began = System.nanoTime();
        ExecutorService servers = Executors.newFixedThreadPool(3);
        try {
            Callable<Boolean> server = () -> {
                new ExpirySweep(column, new ExpiryConfig(0, false)).run();
                return true;
            };
            servers.invokeAll(List.of(server, server, server));
        } finally {
            servers.shutdownNow();
        }
        sweep.run();
        System.getLogger(TimeToLiveTest.class.getName())
                .log(
                        System.Logger.Level.INFO,
                        "{0} items expired in {1} ms",
                        items,
                        (System.nanoTime() - began) / 1_000_000);

        assertThat(people.read(KeyRange.TABLE)).isEmpty();
        List<StreamRecord> removed = records(stream).stream()
                .filter(record -> record.event() == StreamRecord.Event.REMOVE)
                .toList();
        assertThat(removed).hasSize(items).allMatch(StreamRecord::byService);
        assertThat(records(stream)).hasSize(2 * items);
    }

    private List<StreamRecord> records(int stream) {
        List<StreamRecord> records = new ArrayList<>();
        for (StreamShard shard : storage.backend().streams().shards(stream)) {
            RecordPage page = storage.backend().streams().read(shard, shard.after(), 1_000, 1 << 20);
            while (!page.records().isEmpty()) {
                records.addAll(page.records());
                page = storage.backend().streams().read(shard, page.position(), 1_000, 1 << 20);
            }
        }
        return records;
    }
}
