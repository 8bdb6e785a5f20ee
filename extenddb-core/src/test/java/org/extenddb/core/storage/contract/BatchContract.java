package org.extenddb.core.storage.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.extenddb.core.key.PartitionRange;
import org.extenddb.core.key.SortBounds;
import org.extenddb.core.model.TableDefinition;
import org.extenddb.core.storage.AddressedMutation;
import org.extenddb.core.storage.ItemAddress;
import org.extenddb.core.storage.ItemMutation.Reads;
import org.extenddb.core.storage.KeyRange;
import org.extenddb.core.storage.MutationResult;
import org.extenddb.core.storage.StoredItem;
import org.extenddb.core.storage.TableChangedException;
import org.extenddb.core.storage.TableLayout;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Many items, each on its own. */
public abstract class BatchContract extends StorageContract {
    private static final int SLOT = 2;
    private static final int WRITERS = 8;
    private static final int ROUNDS = 30;
    private static final int KEYS = 25;

    // mutateEach

    @ParameterizedTest
    @EnumSource(
            value = Reads.class,
            names = {"NOTHING", "PREVIOUS"})
    void mutateEach_putsAndRemovesOfSeveralTables_takeEffect(Reads reads) {
        TableLayout plain = newTable();
        TableLayout indexed = newTable(1, SLOT);
        put(address(plain, "p", "replaced"), Samples.item("old"));
        put(address(plain, "p", "removed"), Samples.item("old"));

        List<@Nullable MutationResult> results = items().mutateEach(List.of(
                at(
                        address(indexed, "p", "new"),
                        Mutations.put(reads, Samples.item("1", Samples.entry(SLOT, "g", "a")))),
                at(address(plain, "p", "removed"), Mutations.remove(reads)),
                at(address(plain, "p", "replaced"), Mutations.put(reads, Samples.item("2"))),
                at(address(plain, "p", "absent"), Mutations.remove(reads)),
                at(address(plain, "p", ""), Mutations.put(reads, Samples.item("3")))));

        assertThat(previous(results))
                .isEqualTo(
                        reads == Reads.NOTHING
                                ? Collections.nCopies(5, "(absent)")
                                : List.of("(absent)", "old", "old", "(absent)", "(absent)"));
        assertThat(text(address(indexed, "p", "new"))).isEqualTo("1");
        assertThat(index(indexed, "g")).containsExactly("1");
        assertThat(text(address(plain, "p", "removed"))).isEqualTo("(absent)");
        assertThat(text(address(plain, "p", "replaced"))).isEqualTo("2");
        assertThat(text(address(plain, "p", "absent"))).isEqualTo("(absent)");
        assertThat(text(address(plain, "p", ""))).isEqualTo("3");
    }

    @ParameterizedTest
    @EnumSource(
            value = Reads.class,
            names = {"NOTHING", "PREVIOUS"})
    void mutateEach_indexEntries_moveAndGo(Reads reads) {
        TableLayout table = newTable(SLOT);
        ItemAddress moved = address(table, "p", "moved");
        ItemAddress left = address(table, "p", "left");
        items().mutateEach(List.of(
                at(moved, Mutations.put(reads, Samples.item("m1", Samples.entry(SLOT, "g", "1")))),
                at(left, Mutations.put(reads, Samples.item("l1", Samples.entry(SLOT, "g", "2"))))));
        assertThat(index(table, "g")).containsExactly("m1", "l1");

        items().mutateEach(List.of(
                at(moved, Mutations.put(reads, Samples.item("m2", Samples.entry(SLOT, "h", "1")))),
                at(left, Mutations.put(reads, Samples.item("l2")))));

        assertThat(index(table, "g")).isEmpty();
        assertThat(index(table, "h")).containsExactly("m2");
    }

    @ParameterizedTest
    @EnumSource(
            value = Reads.class,
            names = {"NOTHING", "PREVIOUS"})
    void mutateEach_underAnOlderDefinition_writesNothingToThatTable(Reads reads) {
        TableDefinition table =
                Objects.requireNonNull(backend().tables().create(Samples.table(Samples.newAddress(), SLOT)));
        TableLayout old = TableLayout.of(table);
        put(address(old, "p", "present"), Samples.item("old"));
        put(address(old, "p", "removed"), Samples.item("old"));
        backend().tables().update(table.address(), same -> same);

        for (String sort : List.of("present", "absent")) {
            assertThatThrownBy(() -> items().mutateEach(List.of(
                            at(address(old, "p", "removed"), Mutations.remove(reads)),
                            at(address(old, "p", sort), Mutations.put(reads, Samples.item("new"))))))
                    .isInstanceOf(TableChangedException.class);
        }

        assertThat(text(address(old, "p", "present"))).isEqualTo("old");
        assertThat(text(address(old, "p", "absent"))).isEqualTo("(absent)");
        assertThat(text(address(old, "p", "removed"))).isEqualTo("old");
    }

    /** Who is told that a definition has changed begins again: then nothing may have been written, or it would be so twice. */
    @ParameterizedTest
    @EnumSource(
            value = Reads.class,
            names = {"NOTHING", "PREVIOUS"})
    void mutateEach_oneTableChanged_leavesItUndoneOrWritesNothing(Reads reads) {
        for (int[] slots : new int[][] {{}, {SLOT}}) {
            TableDefinition changed =
                    Objects.requireNonNull(backend().tables().create(Samples.table(Samples.newAddress(), slots)));
            ItemAddress left = address(TableLayout.of(changed), "p", "left");
            TableLayout same = newTable();
            put(address(same, "p", "removed"), Samples.item("old"));
            backend().tables().update(changed.address(), it -> it);

            List<@Nullable MutationResult> results;
            try {
                results = items().mutateEach(List.of(
                        at(address(same, "p", "removed"), Mutations.remove(reads)),
                        at(address(same, "p", "put"), Mutations.put(reads, Samples.item("new"))),
                        at(left, Mutations.put(reads, Samples.item("new")))));
            } catch (TableChangedException e) {
                assertThat(text(address(same, "p", "put"))).isEqualTo("(absent)");
                assertThat(text(address(same, "p", "removed"))).isEqualTo("old");
                continue;
            }
            assertThat(results.stream().map(Objects::nonNull)).containsExactly(true, true, false);
            assertThat(text(address(same, "p", "put"))).isEqualTo("new");
            assertThat(text(address(same, "p", "removed"))).isEqualTo("(absent)");
            assertThat(text(left)).isEqualTo("(absent)");
        }
    }

    @Test
    void mutateEach_nothing_isNothing() {
        assertThat(items().mutateEach(List.of())).isEmpty();
    }

    @Test
    void mutateEach_everyWrite_raisesTheVersion() {
        ItemAddress address = address(newTable(), "p", "s");
        long last = 0;
        for (int i = 0; i < 5; i++) {
            items().mutateEach(List.of(at(address, Mutations.put(Samples.item("" + i)))));
            long version = Objects.requireNonNull(items().get(address)).version();
            assertThat(version).isGreaterThan(last);
            last = version;
        }
    }

    /** The same keys in another order each time, beside single writes: an order of locks that differs would deadlock. */
    @ParameterizedTest
    @EnumSource(
            value = Reads.class,
            names = {"NOTHING", "PREVIOUS"})
    void mutateEach_sameKeysAtOnce_neitherDeadlocksNorFails(Reads reads) {
        TableLayout table = newTable();
        long seed = Samples.random().nextLong();
        concurrently(WRITERS, thread -> () -> {
            Random random = new Random(seed + thread);
            for (int round = 0; round < ROUNDS; round++) {
                List<AddressedMutation> batch = new ArrayList<>();
                for (int key : shuffled(random)) {
                    ItemAddress address = address(table, "p" + key, "");
                    batch.add(at(
                            address,
                            random.nextInt(3) == 0
                                    ? Mutations.remove(reads)
                                    : Mutations.put(reads, Samples.item(thread + "-" + round))));
                }
                assertThat(items().mutateEach(batch)).doesNotContainNull();
                items().mutate(address(table, "p" + random.nextInt(KEYS), ""), Mutations.put(Samples.item("single")));
            }
            return thread;
        });
    }

    /** Each image that is replaced or removed is handed out exactly once. */
    @Test
    void mutateEach_previousImages_areHandedOutOnce() {
        TableLayout table = newTable();
        List<List<String>> seen = concurrently(WRITERS, thread -> () -> {
            List<String> previous = new ArrayList<>();
            Random random = new Random(thread);
            for (int round = 0; round < ROUNDS; round++) {
                List<AddressedMutation> batch = new ArrayList<>();
                for (int key : shuffled(random)) {
                    batch.add(at(
                            address(table, "p" + key, ""),
                            (thread + round) % 3 == 0
                                    ? Mutations.remove(Reads.PREVIOUS)
                                    : Mutations.put(Reads.PREVIOUS, Samples.item(key + ":" + thread + "-" + round))));
                }
                previous.addAll(previous(items().mutateEach(batch)));
            }
            return previous;
        });

        List<String> images =
                new ArrayList<>(seen.stream().flatMap(List::stream).toList());
        IntStream.range(0, KEYS).forEach(key -> images.add(text(address(table, "p" + key, ""))));
        images.removeIf("(absent)"::equals);
        int puts = (int) IntStream.range(0, WRITERS)
                .flatMap(thread -> IntStream.range(thread, thread + ROUNDS))
                .filter(sum -> sum % 3 != 0)
                .count();
        assertThat(images).hasSize(puts * KEYS).doesNotHaveDuplicates();
    }

    // getAtMost

    @Test
    void getAtMost_belowTheLimit_readsAllInOrder() {
        TableLayout one = newTable();
        TableLayout other = newTable(1);
        put(address(one, "p", "a"), Samples.item("a"));
        put(address(other, "p", "b"), Samples.item("b"));

        assertThat(texts(100, address(other, "p", "b"), address(one, "p", "b"), address(one, "p", "a")))
                .containsExactly("b", "(absent)", "a");
        assertThat(texts(2, address(one, "p", "a"), address(other, "p", "b"))).containsExactly("a", "b");
        assertThat(items().getAtMost(List.of(), 100)).isEmpty();
    }

    @Test
    void getAtMost_beyondTheLimit_stopsBeforeTheItem() {
        TableLayout table = newTable();
        put(address(table, "p", "small"), Samples.item("12"));
        put(address(table, "p", "large"), Samples.item("123456"));
        ItemAddress small = address(table, "p", "small");
        ItemAddress large = address(table, "p", "large");
        ItemAddress absent = address(table, "p", "absent");

        assertThat(texts(8, small, large, absent)).containsExactly("12", "123456", "(absent)");
        assertThat(texts(7, small, absent, large, absent)).containsExactly("12", "(absent)");
        assertThat(texts(7, large, absent, small)).containsExactly("123456", "(absent)");
        assertThat(texts(3, large, small)).containsExactly("123456");
    }

    private List<String> texts(long maxBytes, ItemAddress... addresses) {
        return Samples.texts(items().getAtMost(List.of(addresses), maxBytes));
    }

    private List<String> index(TableLayout table, String partition) {
        return Samples.texts(read(new KeyRange(
                table, SLOT, PartitionRange.single(Samples.partition(partition)), SortBounds.ALL, true, null)));
    }

    private static List<Integer> shuffled(Random random) {
        List<Integer> keys = new ArrayList<>(IntStream.range(0, KEYS).boxed().toList());
        Collections.shuffle(keys, random);
        return keys;
    }

    private static List<String> previous(List<@Nullable MutationResult> results) {
        List<@Nullable StoredItem> previous = new ArrayList<>();
        results.forEach(result -> previous.add(Objects.requireNonNull(result).previous()));
        return Samples.texts(previous);
    }
}
