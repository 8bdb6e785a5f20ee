package org.extenddb.core.storage.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.extenddb.core.key.ItemKey;
import org.extenddb.core.key.KeyPosition;
import org.extenddb.core.key.PartitionHash;
import org.extenddb.core.key.PartitionRange;
import org.extenddb.core.key.SortBounds;
import org.extenddb.core.model.ByteString;
import org.extenddb.core.storage.ItemMutation.Reads;
import org.extenddb.core.storage.KeyRange;
import org.extenddb.core.storage.StoredItem;
import org.extenddb.core.storage.TableLayout;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ranges of a table: order, bounds, positions, segments. */
public abstract class ReadContract extends StorageContract {
    @Test
    void read_partition_isInSortOrderBothWays() {
        TableLayout table = newTable();
        for (String sort : List.of("b", "aa", "a", "\u00ff", "c", "")) {
            put(address(table, "p", sort), Samples.item(sort));
        }
        put(address(table, "other", "b"), Samples.item("other"));

        assertThat(Samples.texts(read(query(table, SortBounds.ALL, true, null))))
                .containsExactly("", "a", "aa", "b", "c", "\u00ff");
        assertThat(Samples.texts(read(query(table, SortBounds.ALL, false, null))))
                .containsExactly("\u00ff", "c", "b", "aa", "a", "");
    }

    @Test
    void partitionSizes_addUpItemsAndThoseInEachIndex() {
        TableLayout table = newTable(1, 7);
        put(address(table, "p", "a"), Samples.item("1234", Samples.entry(1, "p", "x"), Samples.entry(7, "q", "y")));
        put(address(table, "p", "b"), Samples.item("12345", Samples.entry(7, "p", "x")));
        put(address(table, "p", "c"), Samples.item("123456"));
        put(address(table, "q", "a"), Samples.item("1", Samples.entry(1, "p", "x")));

        PartitionHash partition = Samples.partition("p");
        assertThat(items().partitionSizes(table, partition, List.of())).containsExactly(15L);
        assertThat(items().partitionSizes(table, partition, List.of(7, 1))).containsExactly(15L, 9L, 4L);
        assertThat(items().partitionSizes(table, Samples.partition("none"), List.of(1)))
                .containsExactly(0L, 0L);
        assertThat(items().partitionSizes(newTable(1, 7), partition, List.of(1)))
                .containsExactly(0L, 0L);
    }

    @Test
    void read_bounds_areKeptBothWays() {
        TableLayout table = newTable();
        for (String sort : List.of("a", "b", "c", "d", "e")) {
            put(address(table, "p", sort), Samples.item(sort));
        }
        ByteString b = ByteString.utf8("b");
        ByteString d = ByteString.utf8("d");

        assertThat(texts(table, new SortBounds(b, true, d, true), true)).containsExactly("b", "c", "d");
        assertThat(texts(table, new SortBounds(b, false, d, false), true)).containsExactly("c");
        assertThat(texts(table, new SortBounds(b, false, null, true), true)).containsExactly("c", "d", "e");
        assertThat(texts(table, new SortBounds(null, true, d, false), false)).containsExactly("c", "b", "a");
        assertThat(texts(table, new SortBounds(b, true, b, true), false)).containsExactly("b");
        assertThat(texts(table, new SortBounds(d, true, b, true), true)).isEmpty();
    }

    @Test
    void read_afterAPosition_goesOnThere() {
        TableLayout table = newTable();
        for (String sort : List.of("a", "c", "e")) {
            put(address(table, "p", sort), Samples.item(sort));
        }

        KeyPosition c = KeyPosition.inTable(Samples.key("p", "c"));
        KeyPosition gone = KeyPosition.inTable(Samples.key("p", "d"));
        assertThat(Samples.texts(read(query(table, SortBounds.ALL, true, c)))).containsExactly("e");
        assertThat(Samples.texts(read(query(table, SortBounds.ALL, false, c)))).containsExactly("a");
        assertThat(Samples.texts(read(query(table, SortBounds.ALL, true, gone))))
                .containsExactly("e");
        assertThat(Samples.texts(read(query(table, SortBounds.ALL, false, gone))))
                .containsExactly("c", "a");
        SortBounds fromC = new SortBounds(ByteString.utf8("c"), true, null, true);
        KeyPosition before = KeyPosition.inTable(Samples.key("p", "a"));
        assertThat(Samples.texts(read(query(table, fromC, true, before)))).containsExactly("c", "e");
    }

    @Test
    void read_visitorStops_answersFalse() {
        TableLayout table = newTable();
        put(address(table, "p", "a"), Samples.item("a"));
        put(address(table, "p", "b"), Samples.item("b"));
        List<StoredItem> seen = new ArrayList<>();

        boolean stoppedFirst = items().read(query(table, SortBounds.ALL, true, null), 1, item -> {
            seen.add(item);
            return false;
        });
        boolean stoppedLast = items().read(
                        query(table, SortBounds.ALL, true, null),
                        10,
                        item -> !Samples.text(item).equals("b"));
        boolean ended = items().read(query(table, SortBounds.ALL, true, null), 1, item -> true);

        assertThat(Samples.texts(seen)).containsExactly("a");
        assertThat(stoppedFirst).isFalse();
        assertThat(stoppedLast).isFalse();
        assertThat(ended).isTrue();
    }

    /** The expectation is a hint for the size of the first fetch and may be wrong either way. */
    @ParameterizedTest
    @ValueSource(ints = {1, 39, 40, 41, 99, 100, 101, 5_000})
    void read_whateverIsExpected_seesEveryItemInOrder(int expectedItems) {
        TableLayout table = newTable();
        List<String> sorts =
                IntStream.range(100, 200).mapToObj(Integer::toString).toList();
        sorts.forEach(sort -> put(address(table, "p", sort), Samples.item(sort)));
        for (boolean forward : List.of(true, false)) {
            List<StoredItem> seen = new ArrayList<>();

            boolean ended = items().read(query(table, SortBounds.ALL, forward, null), expectedItems, seen::add);

            List<String> order = new ArrayList<>(sorts);
            if (!forward) {
                Collections.reverse(order);
            }
            assertThat(ended).isTrue();
            assertThat(Samples.texts(seen)).isEqualTo(order);
        }
    }

    @Test
    void read_scan_seesEveryItemOnceInKeyOrder() {
        TableLayout table = newTable();
        Set<ItemKey> expected = fill(table, 1_500);

        List<ItemKey> seen = keys(scan(table, PartitionRange.ALL, null));

        assertThat(seen).containsExactlyElementsOf(expected);
    }

    @Test
    void read_segments_areDisjointAndComplete() {
        TableLayout table = newTable();
        Set<ItemKey> expected = fill(table, 300);
        for (int total : new int[] {1, 3, 7, 64}) {
            List<ItemKey> seen = new ArrayList<>();
            for (int segment = 0; segment < total; segment++) {
                seen.addAll(keys(scan(table, PartitionRange.segment(segment, total), null)));
            }
            assertThat(seen).containsExactlyElementsOf(expected);
        }
    }

    @Test
    void read_scanPageByPage_losesAndRepeatsNothing() {
        TableLayout table = newTable();
        Set<ItemKey> expected = fill(table, 120);
        List<ItemKey> seen = new ArrayList<>();
        KeyPosition after = null;
        boolean ended = false;
        while (!ended) {
            int start = seen.size();
            ended = items().read(scan(table, PartitionRange.ALL, after), 7, item -> {
                seen.add(item.key());
                return seen.size() < start + 7;
            });
            after = seen.isEmpty() ? null : KeyPosition.inTable(seen.get(seen.size() - 1));
        }

        assertThat(seen).containsExactlyElementsOf(expected);
    }

    @Test
    void read_largeItems_inOrder() {
        TableLayout table = newTable();
        for (int i = 10; i < 40; i++) {
            put(address(table, "p", "" + i), Samples.item(i + "x".repeat(400_000)));
        }

        List<String> seen = new ArrayList<>();
        items().read(
                        query(table, SortBounds.ALL, true, null),
                        1_000,
                        item -> seen.add(Samples.text(item).substring(0, 2)));

        assertThat(seen).isEqualTo(IntStream.range(10, 40).mapToObj(i -> "" + i).toList());
    }

    @Test
    void read_besideWriters_seesUntouchedItemsExactlyOnce() {
        TableLayout table = newTable();
        Set<ItemKey> untouched = fill(table, 400);
        List<Integer> done = concurrently(3, thread -> () -> {
            for (int i = 0; i < 60; i++) {
                if (thread == 0) {
                    List<ItemKey> seen = keys(scan(table, PartitionRange.ALL, null));
                    assertThat(seen).doesNotHaveDuplicates();
                    assertThat(new HashSet<>(seen)).containsAll(untouched);
                } else {
                    String other = "churn" + thread + "-" + i % 7;
                    put(address(table, other, ""), Samples.item("x"));
                    items().mutate(address(table, other, ""), Mutations.remove(Reads.NOTHING));
                }
            }
            return thread;
        });
        assertThat(done).hasSize(3);
    }

    private Set<ItemKey> fill(TableLayout table, int count) {
        Random random = Samples.random();
        List<Integer> order = new ArrayList<>(IntStream.range(0, count).boxed().toList());
        Collections.shuffle(order, random);
        Set<ItemKey> keys = new TreeSet<>();
        for (int i : order) {
            ItemKey key = Samples.key("p" + i / 3, "s" + i % 3);
            put(address(table, "p" + i / 3, "s" + i % 3), Samples.item("" + i));
            keys.add(key);
        }
        return keys;
    }

    private List<String> texts(TableLayout table, SortBounds bounds, boolean forward) {
        return Samples.texts(read(query(table, bounds, forward, null)));
    }

    private static KeyRange query(TableLayout table, SortBounds bounds, boolean forward, @Nullable KeyPosition after) {
        return new KeyRange(
                table, KeyRange.TABLE, PartitionRange.single(Samples.partition("p")), bounds, forward, after);
    }

    private static KeyRange scan(TableLayout table, PartitionRange partitions, @Nullable KeyPosition after) {
        return new KeyRange(table, KeyRange.TABLE, partitions, SortBounds.ALL, true, after);
    }
}
