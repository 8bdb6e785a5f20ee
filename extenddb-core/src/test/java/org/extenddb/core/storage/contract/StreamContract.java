package org.extenddb.core.storage.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.extenddb.core.model.StreamViewType;
import org.extenddb.core.model.TableDefinition;
import org.extenddb.core.model.TableStream;
import org.extenddb.core.storage.AddressedMutation;
import org.extenddb.core.storage.AtomicResult;
import org.extenddb.core.storage.ItemAddress;
import org.extenddb.core.storage.ItemMutation.Reads;
import org.extenddb.core.storage.NewTable;
import org.extenddb.core.storage.RecordPage;
import org.extenddb.core.storage.StoredStream;
import org.extenddb.core.storage.StreamRecord;
import org.extenddb.core.storage.StreamRecord.Event;
import org.extenddb.core.storage.StreamRecord.Image;
import org.extenddb.core.storage.StreamShard;
import org.extenddb.core.storage.StreamStore;
import org.extenddb.core.storage.StreamStore.StreamPlace;
import org.extenddb.core.storage.TableChangedException;
import org.extenddb.core.storage.TableLayout;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What a stream tells: each change once, none that is none, those of one item in order, whoever overtakes whom. An item's text begins
 * with its name and a colon here, so that a record tells whose it is.
 */
public abstract class StreamContract extends StorageContract {
    private static final int PAGE = 7;
    private static final int LARGE_PAGE = 200;
    private static final int MOST_WRITES = 20_000;
    private static final String SOAK_SECONDS = "extenddb.soak.seconds";

    private StreamStore streams() {
        return backend().streams();
    }

    // ---- single writes

    @ParameterizedTest
    @EnumSource(
            value = Reads.class,
            names = {"NOTHING", "PREVIOUS", "CURRENT"})
    void mutate_putPutRemove_isInsertModifyRemove(Reads reads) {
        TableDefinition table = streamed(StreamViewType.NEW_AND_OLD_IMAGES);
        ItemAddress a = address(TableLayout.of(table), "p", "a");
        items().mutate(a, Mutations.put(reads, Samples.item("a:1")));
        items().mutate(a, Mutations.put(reads, Samples.item("a:22")));
        items().mutate(a, Mutations.remove(reads));

        assertThat(texts(all(table))).containsExactly("INSERT -a:1", "MODIFY a:1-a:22", "REMOVE a:22-");
        assertThat(all(table).get(1).oldImage().size()).isEqualTo(3);
        assertThat(all(table).get(1).newImage().size()).isEqualTo(4);
    }

    @Test
    void mutate_putIfAbsentAndUpdate_areRecorded() {
        TableDefinition table = streamed(StreamViewType.NEW_AND_OLD_IMAGES);
        ItemAddress a = address(TableLayout.of(table), "p", "a");
        items().mutate(a, Mutations.putIfAbsent(Samples.item("1"), REFUSED));
        items().mutate(a, Mutations.putIfAbsent(Samples.item("9"), REFUSED));
        items().mutate(a, Mutations.add(1));
        items().mutate(a, Mutations.add(1));

        assertThat(texts(all(table))).containsExactly("INSERT -1", "MODIFY 1-2", "MODIFY 2-3");
    }

    @ParameterizedTest
    @EnumSource(
            value = Reads.class,
            names = {"NOTHING", "PREVIOUS", "CURRENT"})
    void mutate_withoutAChange_leavesNoRecord(Reads reads) {
        TableDefinition table = streamed(StreamViewType.NEW_AND_OLD_IMAGES);
        TableLayout layout = TableLayout.of(table);
        ItemAddress a = address(layout, "p", "a");
        put(a, Samples.item("a:1"));
        items().mutate(a, Mutations.put(reads, Samples.item("a:1")));
        items().mutate(a, Mutations.refuse(Reads.CURRENT, REFUSED));
        items().mutate(a, Mutations.keep(Reads.CURRENT));
        items().mutate(address(layout, "p", "absent"), Mutations.remove(reads));

        assertThat(texts(all(table))).containsExactly("INSERT -a:1");
    }

    // ---- many items

    @Test
    void mutateEach_everyItem_isRecorded() {
        TableDefinition table = streamed(StreamViewType.NEW_AND_OLD_IMAGES);
        TableLayout layout = TableLayout.of(table);
        put(address(layout, "p", "a"), Samples.item("a:1"));
        put(address(layout, "p", "b"), Samples.item("b:1"));
        put(address(layout, "p", "same"), Samples.item("same:1"));
        items().mutateEach(List.of(
                at(address(layout, "p", "a"), Mutations.put(Samples.item("a:2"))),
                at(address(layout, "p", "b"), Mutations.remove(Reads.NOTHING)),
                at(address(layout, "p", "same"), Mutations.put(Samples.item("same:1"))),
                at(address(layout, "p", "new"), Mutations.put(Reads.PREVIOUS, Samples.item("new:1"))),
                at(address(layout, "p", "absent"), Mutations.remove(Reads.PREVIOUS))));

        assertThat(texts(all(table)))
                .containsExactlyInAnyOrder(
                        "INSERT -a:1",
                        "INSERT -b:1",
                        "INSERT -same:1",
                        "MODIFY a:1-a:2",
                        "REMOVE b:1-",
                        "INSERT -new:1");
    }

    @Test
    void mutateAll_appliedIsRecorded_refusedIsNot() {
        TableDefinition table = streamed(StreamViewType.NEW_AND_OLD_IMAGES);
        TableLayout layout = TableLayout.of(table);
        put(address(layout, "p", "a"), Samples.item("a:1"));
        put(address(layout, "p", "b"), Samples.item("b:1"));
        items().mutateAll(List.of(
                at(address(layout, "p", "a"), Mutations.put(Samples.item("a:2"))),
                at(address(layout, "p", "b"), Mutations.remove(Reads.NOTHING)),
                at(address(layout, "p", "c"), Mutations.put(Samples.item("c:1"))),
                at(address(layout, "p", "checked"), Mutations.keep(Reads.CURRENT)),
                at(address(layout, "p", "absent"), Mutations.remove(Reads.NOTHING))));
        items().mutateAll(List.of(
                at(address(layout, "p", "a"), Mutations.put(Samples.item("a:3"))),
                at(address(layout, "p", "c"), Mutations.refuse(Reads.CURRENT, REFUSED))));

        assertThat(texts(all(table)))
                .containsExactlyInAnyOrder(
                        "INSERT -a:1", "INSERT -b:1", "MODIFY a:1-a:2", "REMOVE b:1-", "INSERT -c:1");
    }

    // ---- enabling and disabling

    @Test
    void enable_recordsFromThenOn_disable_endsIt() {
        TableDefinition table = create();
        ItemAddress a = address(TableLayout.of(table), "p", "a");
        put(a, Samples.item("a:1"));
        TableDefinition enabled = enable(table, StreamViewType.NEW_AND_OLD_IMAGES);
        put(address(TableLayout.of(enabled), "p", "a"), Samples.item("a:2"));
        TableDefinition disabled = disable(enabled);
        put(address(TableLayout.of(disabled), "p", "a"), Samples.item("a:3"));
        TableDefinition again = enable(disabled, StreamViewType.KEYS_ONLY);
        put(address(TableLayout.of(again), "p", "a"), Samples.item("a:4"));

        assertThat(texts(all(enabled))).containsExactly("MODIFY a:1-a:2");
        assertThat(all(again)).extracting(StreamRecord::event).containsExactly(Event.MODIFY);
        assertThat(stream(again).createdAt()).isAfter(stream(enabled).createdAt());
        assertThat(streams().shards(stream(disabled).id()))
                .isNotEmpty()
                .allMatch(shard -> shard.last() != null && shard.last() > shard.after());
        StoredStream old = Objects.requireNonNull(
                streams().find(table.address(), stream(enabled).createdAt()));
        assertThat(old.disabledAt()).isNotNull();
        assertThat(old.viewType()).isEqualTo(StreamViewType.NEW_AND_OLD_IMAGES);
        assertThat(old.hashKey()).containsExactly("pk");
        assertThat(old.rangeKey()).containsExactly("sk");
    }

    /** Whoever writes for the definition before may not do so unrecorded: by a write, nor by a remove, which names no version. */
    @Test
    void enable_laterWritesOfWhoHasNotHeard_areRecordedOrRefused() {
        TableDefinition table = create();
        TableLayout old = TableLayout.of(table);
        put(address(old, "p", "a"), Samples.item("a:1"));
        put(address(old, "p", "b"), Samples.item("b:1"));
        TableDefinition enabled = enable(table, StreamViewType.NEW_AND_OLD_IMAGES);
        List<Runnable> writes = List.of(
                () -> put(address(old, "p", "a"), Samples.item("a:2")),
                () -> items().mutate(address(old, "p", "a"), Mutations.remove(Reads.NOTHING)),
                () -> items().mutate(address(old, "p", "a"), Mutations.remove(Reads.PREVIOUS)),
                () -> items().mutate(address(old, "p", "a"), Mutations.remove(Reads.CURRENT)),
                () -> items().mutateEach(List.of(at(address(old, "p", "b"), Mutations.remove(Reads.NOTHING)))),
                () -> items().mutateAll(List.of(at(address(old, "p", "b"), Mutations.remove(Reads.NOTHING)))));
        for (Runnable write : writes) {
            try {
                write.run();
            } catch (TableChangedException e) {
                continue;
            }
        }

        Map<String, String> now = new HashMap<>(Map.of("a", "a:1", "b", "b:1"));
        all(enabled).forEach(record -> now.put(name(record), text(record.newImage())));
        assertThat(now)
                .containsEntry("a", there(address(old, "p", "a")))
                .containsEntry("b", there(address(old, "p", "b")));
    }

    @Test
    void delete_ofTheTable_leavesTheStreamReadable() {
        TableDefinition table = streamed(StreamViewType.NEW_IMAGE);
        put(address(TableLayout.of(table), "p", "a"), Samples.item("a:1"));
        backend().tables().delete(table.address(), any -> {});
        streams().settle(stream(table).id());

        assertThat(all(table)).hasSize(1);
        assertThat(streams().shards(stream(table).id())).allMatch(shard -> shard.last() != null);
        assertThat(streams().unsettled()).doesNotContain(stream(table).id());
    }

    // ---- reading

    @Test
    void read_limitAndBytes_endAPage() {
        TableDefinition table = streamed(StreamViewType.NEW_IMAGE);
        TableLayout layout = TableLayout.of(table);
        for (int i = 0; i < 10; i++) {
            put(address(layout, "p", "s" + i), Samples.item("s" + i + ":" + "x".repeat(97)));
        }
        StreamShard shard = streams().shards(stream(table).id()).stream()
                .filter(each ->
                        !streams().read(each, each.after(), 1, 1).records().isEmpty())
                .findFirst()
                .orElseThrow();

        assertThat(streams().read(shard, shard.after(), 4, 1 << 20).records()).hasSize(4);
        assertThat(streams().read(shard, shard.after(), 100, 350).records()).hasSize(3);
        assertThat(streams().read(shard, shard.after(), 100, 1).records()).hasSize(1);
        RecordPage first = streams().read(shard, shard.after(), 100, 350);
        assertThat(streams().read(shard, first.position(), 100, 1 << 20).records())
                .hasSize(7);
        RecordPage whole = streams().read(shard, shard.after(), 10, 1 << 20);
        assertThat(whole.ended()).isFalse();
        assertThat(streams().read(shard, whole.position(), 10, 1 << 20).records())
                .isEmpty();
    }

    @Test
    void rotate_closesOpenShardsAndOpensChildren() {
        TableDefinition table = streamed(StreamViewType.NEW_AND_OLD_IMAGES);
        ItemAddress a = address(TableLayout.of(table), "p", "a");
        put(a, Samples.item("a:1"));
        List<StreamShard> before = streams().shards(stream(table).id());
        streams().rotate(Duration.ZERO);
        put(a, Samples.item("a:2"));
        List<StreamShard> after = streams().shards(stream(table).id());

        assertThat(after).hasSize(2 * before.size());
        for (StreamShard parent : after.subList(0, before.size())) {
            assertThat(parent.last()).isNotNull().isGreaterThan(parent.after());
            StreamShard child = after.stream()
                    .filter(shard -> Objects.equals(shard.parent(), parent.number()))
                    .findFirst()
                    .orElseThrow();
            assertThat(child.after()).isEqualTo(parent.last());
            assertThat(child.bucket()).isEqualTo(parent.bucket());
            assertThat(child.last()).isNull();
        }
        assertThat(texts(all(table))).containsExactly("INSERT -a:1", "MODIFY a:1-a:2");
        streams().rotate(Duration.ofHours(1));
        assertThat(streams().shards(stream(table).id())).hasSize(after.size());
    }

    @Test
    void list_pagesByTableAndAge() {
        TableDefinition first = streamed(StreamViewType.KEYS_ONLY);
        TableDefinition second = enable(disable(first), StreamViewType.KEYS_ONLY);
        String name = first.address().tableName();

        List<StoredStream> both = streams().list(Samples.ACCOUNT, Samples.REGION, name, null, 10);
        assertThat(both)
                .extracting(StoredStream::id)
                .containsExactly(stream(first).id(), stream(second).id());
        StreamPlace place = new StreamPlace(name, both.get(0).createdAt());
        assertThat(streams().list(Samples.ACCOUNT, Samples.REGION, name, place, 10))
                .extracting(StoredStream::id)
                .containsExactly(stream(second).id());
        assertThat(streams().list(Samples.ACCOUNT, Samples.REGION, null, place, 1))
                .extracting(StoredStream::id)
                .containsExactly(stream(second).id());
        assertThat(streams().list(Samples.ACCOUNT, Samples.REGION, name, null, 1))
                .hasSize(1);
        assertThat(streams().find(first.address(), Instant.EPOCH)).isNull();
    }

    // ---- everybody at once

    /** Every kind of write of few items, with readers and rotation meanwhile: the records of an item form one chain. */
    @Test
    void writersReaderAndRotation_everyChangeOnceAndInOrder() {
        TableDefinition table = streamed(StreamViewType.NEW_AND_OLD_IMAGES);
        TableLayout layout = TableLayout.of(table);
        long end = System.nanoTime()
                + Duration.ofSeconds(Long.getLong(SOAK_SECONDS, 3)).toNanos();
        int writers = 6;
        AtomicInteger running = new AtomicInteger(writers);
        StreamReader reader = new StreamReader(streams(), stream(table).id(), LARGE_PAGE);
        List<Integer> counts = concurrently(writers + 2, thread -> () -> {
            if (thread < writers) {
                int writes = writeUntil(end, layout, thread);
                running.decrementAndGet();
                return writes;
            }
            while (running.get() > 0) {
                if (thread == writers) {
                    reader.turn();
                } else {
                    Thread.sleep(50);
                    streams().rotate(Duration.ofMillis(200));
                }
            }
            return 0;
        });

        assertThat(counts.stream().mapToInt(Integer::intValue).sum()).isPositive();
        assertChains(reader.all(), layout);
        assertThat(streams().shards(stream(table).id())).hasSizeGreaterThan(8);
    }

    /** Enabled under load: what is recorded is the item's whole history from some moment on. */
    @Test
    void enable_whileOthersWrite_losesNothingAfterwards() {
        TableDefinition table = create();
        AtomicInteger running = new AtomicInteger(4);
        TableDefinition[] enabled = new TableDefinition[1];
        concurrently(5, thread -> () -> {
            if (thread == 4) {
                Thread.sleep(50);
                enabled[0] = enable(table, StreamViewType.NEW_AND_OLD_IMAGES);
                Thread.sleep(50);
                running.set(0);
            }
            Random random = new Random(thread);
            for (int i = 0; thread < 4 && running.get() > 0 && i < MOST_WRITES; i++) {
                TableLayout layout =
                        TableLayout.of(Objects.requireNonNull(backend().tables().find(table.address())));
                try {
                    write(layout, thread + "-" + i, random);
                } catch (TableChangedException e) {
                    continue;
                }
            }
            return null;
        });

        List<StreamRecord> records = all(enabled[0]);
        assertThat(records).isNotEmpty();
        Map<String, String> last = new HashMap<>();
        for (StreamRecord record : records) {
            String before = last.put(name(record), text(record.newImage()));
            assertThat(before == null || before.equals(text(record.oldImage())))
                    .as("after %s comes %s", before, text(record.oldImage()))
                    .isTrue();
        }
        TableLayout layout = TableLayout.of(enabled[0]);
        last.forEach((name, text) -> assertThat(text).isEqualTo(there(address(layout, "p" + name.charAt(1), name))));
    }

    private int writeUntil(long end, TableLayout layout, int thread) {
        Random random = new Random(thread);
        int writes = 0;
        while (System.nanoTime() - end < 0 && (writes < MOST_WRITES || Long.getLong(SOAK_SECONDS) != null)) {
            write(layout, thread + "-" + writes++, random);
        }
        return writes;
    }

    private void write(TableLayout layout, String value, Random random) {
        String name = "i" + random.nextInt(8);
        ItemAddress one = address(layout, "p" + name.charAt(1), name);
        Reads reads = List.of(Reads.NOTHING, Reads.PREVIOUS, Reads.CURRENT).get(random.nextInt(3));
        switch (random.nextInt(5)) {
            case 0 -> items().mutate(one, Mutations.remove(reads));
            case 1 -> items().mutateEach(several(layout, value, random));
            case 2 -> {
                AtomicResult result = items().mutateAll(several(layout, value, random));
                assertThat(result).isNotInstanceOf(AtomicResult.Refused.class);
            }
            default -> items().mutate(one, Mutations.put(reads, Samples.item(name + ":" + value)));
        }
    }

    private static List<AddressedMutation> several(TableLayout layout, String value, Random random) {
        int from = random.nextInt(8);
        return IntStream.range(from, from + 3)
                .mapToObj(i -> "i" + i % 8)
                .map(name -> at(
                        address(layout, "p" + name.charAt(1), name),
                        random.nextInt(4) == 0
                                ? Mutations.remove(Reads.NOTHING)
                                : Mutations.put(Samples.item(name + ":" + value))))
                .toList();
    }

    /** From absent to what there is now, each record going on where the last one of the item ended. */
    private void assertChains(List<StreamRecord> records, TableLayout layout) {
        Map<String, String> last = new HashMap<>();
        Map<Long, StreamRecord> bySequence = new HashMap<>();
        for (StreamRecord record : records) {
            assertThat(bySequence.put(record.sequence(), record)).isNull();
            String before = last.put(name(record), text(record.newImage()));
            assertThat(text(record.oldImage())).isEqualTo(before == null ? "" : before);
        }
        last.forEach((name, text) -> assertThat(text).isEqualTo(there(address(layout, "p" + name.charAt(1), name))));
        assertThat(last).hasSize(8);
    }

    // ---- helpers

    private TableDefinition create() {
        return Objects.requireNonNull(backend().tables().create(Samples.table(Samples.newAddress(), 1)));
    }

    private TableDefinition streamed(StreamViewType viewType) {
        NewTable plain = Samples.table(Samples.newAddress(), 1);
        return Objects.requireNonNull(backend()
                .tables()
                .create(new NewTable(
                        plain.address(),
                        plain.keySchema(),
                        plain.keyAttributes(),
                        plain.indexes(),
                        plain.settings().withStream(TableStream.wanted(viewType)))));
    }

    private TableDefinition enable(TableDefinition table, StreamViewType viewType) {
        return change(table, TableStream.wanted(viewType));
    }

    private TableDefinition disable(TableDefinition table) {
        return change(table, stream(table).disabled());
    }

    private TableDefinition change(TableDefinition table, TableStream wanted) {
        TableDefinition changed = Objects.requireNonNull(backend()
                .tables()
                .update(table.address(), now -> now.with(now.settings().withStream(wanted))));
        assertThat(streams().settle(stream(changed).id())).isTrue();
        return changed;
    }

    private static TableStream stream(TableDefinition table) {
        return Objects.requireNonNull(table.settings().stream());
    }

    private List<StreamRecord> all(TableDefinition table) {
        return new StreamReader(streams(), stream(table).id(), PAGE).all();
    }

    private static List<String> texts(List<StreamRecord> records) {
        List<String> texts = new ArrayList<>();
        records.forEach(
                record -> texts.add(record.event() + " " + text(record.oldImage()) + "-" + text(record.newImage())));
        return texts;
    }

    private static String name(StreamRecord record) {
        return (text(record.oldImage()) + text(record.newImage())).split(":", 2)[0];
    }

    private static String text(@Nullable Image image) {
        return image == null ? "" : new String(image.json(), StandardCharsets.UTF_8);
    }

    private String there(ItemAddress address) {
        String text = text(address);
        return text.equals("(absent)") ? "" : text;
    }
}
