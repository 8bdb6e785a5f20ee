package org.extenddb.core.storage.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.extenddb.core.key.ItemKey;
import org.extenddb.core.key.KeyPosition;
import org.extenddb.core.key.PartitionRange;
import org.extenddb.core.key.SortBounds;
import org.extenddb.core.model.ByteString;
import org.extenddb.core.storage.ItemAddress;
import org.extenddb.core.storage.ItemMutation.Reads;
import org.extenddb.core.storage.KeyRange;
import org.extenddb.core.storage.TableLayout;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Index entries follow their items, and index reads are ordered and complete. */
public abstract class IndexContract extends StorageContract {
    private static final int SLOT = 2;

    @ParameterizedTest
    @EnumSource(Reads.class)
    void entries_followWritesMovesAndRemoves(Reads reads) {
        TableLayout table = newTable(1, SLOT);
        ItemAddress address = address(table, "p", "s");

        items().mutate(address, Mutations.put(reads, Samples.item("v1", Samples.entry(SLOT, "g", "a"))));
        assertThat(index(table, "g")).containsExactly("v1");

        items().mutate(address, Mutations.put(reads, Samples.item("v2", Samples.entry(SLOT, "h", "a"))));
        assertThat(index(table, "g")).isEmpty();
        assertThat(index(table, "h")).containsExactly("v2");

        items().mutate(address, Mutations.put(reads, Samples.item("v3")));
        assertThat(index(table, "h")).isEmpty();

        items().mutate(address, Mutations.put(reads, Samples.item("v4", Samples.entry(SLOT, "g", "a"))));
        items().mutate(address, Mutations.remove(reads));
        assertThat(index(table, "g")).isEmpty();
    }

    @Test
    void entries_ofTransactions_follow() {
        TableLayout table = newTable(SLOT);
        put(address(table, "p", "moved"), Samples.item("old", Samples.entry(SLOT, "g", "1")));
        put(address(table, "p", "removed"), Samples.item("old", Samples.entry(SLOT, "g", "2")));

        items().mutateAll(List.of(
                at(
                        address(table, "p", "moved"),
                        Mutations.put(Reads.CURRENT, Samples.item("moved", Samples.entry(SLOT, "h", "1")))),
                at(address(table, "p", "removed"), Mutations.remove(Reads.CURRENT)),
                at(address(table, "p", "new"), Mutations.put(Samples.item("new", Samples.entry(SLOT, "h", "0"))))));

        assertThat(index(table, "g")).isEmpty();
        assertThat(index(table, "h")).containsExactly("new", "moved");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 6, 25})
    void entries_inAnySlot_areFound(int slot) {
        TableLayout table = newTable(slot);
        put(address(table, "p", "s"), Samples.item("v", Samples.entry(slot, "g", "a")));

        assertThat(Samples.texts(read(query(table, slot, SortBounds.ALL, true, null))))
                .containsExactly("v");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void read_equalIndexKeys_pageWithoutLossOrRepeat(boolean forward) {
        TableLayout table = newTable(SLOT);
        Set<ItemKey> expected = new TreeSet<>();
        for (int i = 0; i < 60; i++) {
            ItemAddress address = address(table, "p" + i, "s" + i % 2);
            put(address, Samples.item("" + i, Samples.entry(SLOT, "g", "same" + i % 2)));
            expected.add(address.key());
        }

        List<ItemKey> seen = new ArrayList<>();
        KeyPosition after = null;
        boolean ended = false;
        while (!ended) {
            int start = seen.size();
            ended = items().read(query(table, SLOT, SortBounds.ALL, forward, after), 7, item -> {
                seen.add(item.key());
                return seen.size() < start + 7;
            });
            ItemKey last = seen.get(seen.size() - 1);
            String sort = last.sort().equals(ByteString.utf8("s1")) ? "same1" : "same0";
            after = new KeyPosition(Samples.partition("g"), ByteString.utf8(sort), last);
        }

        assertThat(seen).hasSize(60);
        assertThat(new TreeSet<>(seen)).isEqualTo(expected);
        List<ItemKey> firstHalf = seen.subList(0, 30);
        assertThat(firstHalf).allMatch(key -> key.sort().equals(ByteString.utf8(forward ? "s0" : "s1")));
        assertThat(firstHalf).isSortedAccordingTo(forward ? Comparator.naturalOrder() : Comparator.reverseOrder());
    }

    @Test
    void read_indexBounds_areKept() {
        TableLayout table = newTable(SLOT);
        for (String sort : List.of("a", "b", "c", "d")) {
            put(address(table, sort, ""), Samples.item(sort, Samples.entry(SLOT, "g", sort)));
        }
        SortBounds bounds = new SortBounds(ByteString.utf8("a"), false, ByteString.utf8("d"), false);

        assertThat(Samples.texts(read(query(table, SLOT, bounds, true, null)))).containsExactly("b", "c");
        assertThat(Samples.texts(read(query(table, SLOT, bounds, false, null)))).containsExactly("c", "b");
    }

    @Test
    void read_indexSegments_areDisjointAndComplete() {
        TableLayout table = newTable(SLOT);
        Set<ItemKey> expected = new TreeSet<>();
        for (int i = 0; i < 200; i++) {
            ItemAddress address = address(table, "p" + i, "");
            boolean sparse = i % 4 == 0;
            put(address, sparse ? Samples.item("-") : Samples.item("" + i, Samples.entry(SLOT, "g" + i / 5, "s")));
            if (!sparse) {
                expected.add(address.key());
            }
        }

        List<ItemKey> seen = new ArrayList<>();
        for (int segment = 0; segment < 5; segment++) {
            seen.addAll(
                    keys(new KeyRange(table, SLOT, PartitionRange.segment(segment, 5), SortBounds.ALL, true, null)));
        }
        assertThat(seen).hasSize(expected.size());
        assertThat(new TreeSet<>(seen)).isEqualTo(expected);
    }

    private List<String> index(TableLayout table, String partition) {
        return Samples.texts(read(new KeyRange(
                table, SLOT, PartitionRange.single(Samples.partition(partition)), SortBounds.ALL, true, null)));
    }

    private static KeyRange query(
            TableLayout table, int slot, SortBounds bounds, boolean forward, @Nullable KeyPosition after) {
        return new KeyRange(table, slot, PartitionRange.single(Samples.partition("g")), bounds, forward, after);
    }
}
