package org.extenddb.core.storage.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.extenddb.core.model.StreamViewType;
import org.extenddb.core.model.TableDefinition;
import org.extenddb.core.storage.ItemAddress;
import org.extenddb.core.storage.ItemMutation.Reads;
import org.extenddb.core.storage.RecordPage;
import org.extenddb.core.storage.StoredStream;
import org.extenddb.core.storage.StreamRecord;
import org.extenddb.core.storage.StreamRecord.Event;
import org.extenddb.core.storage.StreamShard;
import org.extenddb.core.storage.StreamStore.StreamPlace;
import org.extenddb.core.storage.TableChangedException;
import org.extenddb.core.storage.TableLayout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a stream tells: each change once, none that is none, those of one item in order. */
public abstract class StreamContract extends StreamedTables {
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
}
