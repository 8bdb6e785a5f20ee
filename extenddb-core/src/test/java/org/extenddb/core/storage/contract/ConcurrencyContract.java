package org.extenddb.core.storage.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.extenddb.core.storage.AddressedMutation;
import org.extenddb.core.storage.Change;
import org.extenddb.core.storage.ItemAddress;
import org.extenddb.core.storage.ItemMutation;
import org.extenddb.core.storage.ItemMutation.Reads;
import org.extenddb.core.storage.MutationResult;
import org.extenddb.core.storage.NewItem;
import org.extenddb.core.storage.SnapshotResult;
import org.extenddb.core.storage.StoredItem;
import org.extenddb.core.storage.TableLayout;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Many writers of one item: nothing is lost, nothing fails, nothing is seen twice. */
public abstract class ConcurrencyContract extends StorageContract {
    private static final long ENOUGH = 1_000;

    @Test
    void mutate_hotItems_countEveryWrite() {
        TableLayout table = newTable();
        concurrently(16, thread -> () -> {
            for (int i = 0; i < 50; i++) {
                items().mutate(address(table, "hot", "" + (i + thread) % 10), Mutations.add(1));
            }
            return thread;
        });

        int total = 0;
        for (int i = 0; i < 10; i++) {
            total += Integer.parseInt(text(address(table, "hot", "" + i)));
        }
        assertThat(total).isEqualTo(16 * 50);
    }

    @Test
    void putIfAbsent_oneKey_exactlyOneWins() {
        TableLayout table = newTable();
        for (int round = 0; round < 20; round++) {
            ItemAddress address = address(table, "race", "" + round);
            List<MutationResult> results = concurrently(
                    8,
                    thread -> () -> items().mutate(address, Mutations.putIfAbsent(Samples.item("" + thread), REFUSED)));

            List<Integer> winners = new ArrayList<>();
            for (int i = 0; i < results.size(); i++) {
                if (results.get(i).change() instanceof Change.Write) {
                    winners.add(i);
                }
            }
            assertThat(winners).hasSize(1);
            assertThat(text(address)).isEqualTo("" + winners.get(0));
        }
    }

    /** Each old image is handed out to exactly one writer: the writes form one chain. */
    @Test
    void mutate_previousOfBlindWrites_isAChain() {
        ItemAddress address = address(newTable(), "chain", "");
        int threads = 8;
        int writes = 40;
        List<List<String>> seen = concurrently(threads, thread -> () -> {
            List<String> previous = new ArrayList<>();
            for (int i = 0; i < writes; i++) {
                ItemMutation mutation = Mutations.put(Reads.PREVIOUS, Samples.item(thread + "-" + i));
                previous.add(Samples.text(items().mutate(address, mutation).previous()));
            }
            return previous;
        });

        List<String> all = new ArrayList<>(seen.stream().flatMap(List::stream).toList());
        all.add(text(address));
        assertThat(all).hasSize(threads * writes + 1).doesNotHaveDuplicates().contains("(absent)");
    }

    @Test
    void mutate_previousOfDeletesAndPuts_losesNoImage() {
        ItemAddress address = address(newTable(), "chain", "");
        List<List<String>> removed = concurrently(8, thread -> () -> {
            List<String> previous = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                ItemMutation mutation = (thread + i) % 2 == 0
                        ? Mutations.remove(Reads.PREVIOUS)
                        : Mutations.put(Reads.PREVIOUS, Samples.item(thread + "-" + i));
                previous.add(Samples.text(items().mutate(address, mutation).previous()));
            }
            return previous;
        });

        List<String> images = new ArrayList<>(removed.stream()
                .flatMap(List::stream)
                .filter(text -> !text.equals("(absent)"))
                .toList());
        String last = text(address);
        if (!last.equals("(absent)")) {
            images.add(last);
        }
        assertThat(images).hasSize(8 * 40 / 2).doesNotHaveDuplicates();
    }

    @Test
    void get_whileAMutationIsSlow_doesNotWait() {
        ItemAddress address = address(newTable(), "p", "s");
        put(address, Samples.item("old"));
        SlowWrite slow = new SlowWrite();
        Thread writer = slow.begin(() -> items().mutate(address, slow));

        String during = text(address);
        slow.end(writer);

        assertThat(during).isEqualTo("old");
        assertThat(text(address)).isEqualTo("new");
    }

    @Test
    void getAll_besideTransactions_seesThemWhole() {
        TableLayout table = newTable();
        List<ItemAddress> pair = List.of(address(table, "a", ""), address(table, "b", ""));
        List<List<String>> seen = concurrently(4, thread -> () -> {
            List<String> views = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                if (thread < 2) {
                    String text = thread + "-" + i;
                    items().mutateAll(pair.stream()
                            .map(address -> at(address, Mutations.put(Samples.item(text))))
                            .toList());
                } else {
                    views.add(String.join("/", Samples.texts(items().getAll(pair))));
                }
            }
            return views;
        });

        for (String view : seen.stream().flatMap(List::stream).toList()) {
            String[] halves = view.split("/");
            assertThat(halves[0]).isEqualTo(halves[1]);
        }
        assertThat(Collections.max(seen.stream().map(List::size).toList())).isEqualTo(100);
    }

    /** Readers see every transaction whole, and get through however many writers there are. */
    @Test
    void snapshot_besideTransactions_seesThemWholeAndGoesOn() {
        TableLayout table = newTable();
        List<ItemAddress> pair = List.of(address(table, "a", ""), address(table, "b", ""));
        concurrently(5, thread -> () -> {
            for (int i = 0; i < 60; i++) {
                if (thread < 3) {
                    String text = thread + "-" + i;
                    items().mutateAll(pair.stream()
                            .map(address -> at(address, Mutations.put(Samples.item(text))))
                            .toList());
                } else {
                    List<String> halves = Samples.texts(taken(items().snapshot(pair, ENOUGH)));
                    assertThat(halves.get(0)).isEqualTo(halves.get(1));
                }
            }
            return thread;
        });
    }

    /** A writer that never comes to an end may be a conflict, if the store lets it hold the item, but is not waited for. */
    @Test
    void snapshot_whileATransactionIsSlow_isAConflictThereOrTheStateBefore() {
        TableLayout table = newTable();
        List<ItemAddress> pair = List.of(address(table, "a", ""), address(table, "b", ""));
        pair.forEach(address -> put(address, Samples.item("old")));

        assertConflictOrStateBefore(pair, "old/old");

        assertThat(Samples.texts(taken(items().snapshot(pair, ENOUGH)))).containsExactly("old", "new");
    }

    /** The item that it is putting was not there. */
    @Test
    void snapshot_whileATransactionPutsANewItemSlowly_isAConflictThereOrTheStateBefore() {
        TableLayout table = newTable();
        List<ItemAddress> pair = List.of(address(table, "a", ""), address(table, "b", ""));

        assertConflictOrStateBefore(pair, "(absent)/(absent)");

        assertThat(Samples.texts(taken(items().snapshot(pair, ENOUGH)))).containsExactly("(absent)", "new");
    }

    /** Where the store lets a transaction hold what it is to put, a reader waits for it; else the item is as it was before. */
    @Test
    void snapshot_transactionPutsManyNewItems_seesAllOrNone() throws Exception {
        TableLayout table = newTable();
        List<ItemAddress> many = IntStream.range(0, 40)
                .mapToObj(i -> address(table, "many", "" + i))
                .toList();
        SlowWrite last = new SlowWrite();
        List<AddressedMutation> puts = many.stream().map(each -> at(each, last)).toList();
        Thread writer = last.begin(() -> items().mutateAll(puts));
        CompletableFuture<SnapshotResult> reading = CompletableFuture.supplyAsync(() -> items().snapshot(many, ENOUGH));
        last.end(writer);

        assertThat(new HashSet<>(Samples.texts(taken(reading.get(30, TimeUnit.SECONDS)))))
                .hasSize(1);
        assertThat(Samples.texts(taken(items().snapshot(many, ENOUGH)))).containsOnly("new");
    }

    @Test
    void snapshot_moreBytesThanAllowed_tellsHowMany() {
        TableLayout table = newTable();
        List<ItemAddress> pair = List.of(address(table, "a", ""), address(table, "b", ""));
        long size = 0;
        for (ItemAddress address : pair) {
            NewItem item = Samples.item("some text");
            put(address, item);
            size += item.size();
        }

        assertThat(items().snapshot(pair, size - 1)).isEqualTo(new SnapshotResult.TooLarge(size));
        assertThat(taken(items().snapshot(pair, size))).doesNotContainNull();
    }

    /** Puts {@code new}, but not before it may. */
    private static final class SlowWrite implements ItemMutation {
        private final CountDownLatch applying = new CountDownLatch(1);
        private final CountDownLatch goOn = new CountDownLatch(1);

        @Override
        public Reads reads() {
            return Reads.CURRENT;
        }

        @Override
        public Change apply(@Nullable StoredItem current) {
            applying.countDown();
            await(goOn);
            return new Change.Write(Samples.item("new"));
        }

        /** Returns when the write is being applied. */
        Thread begin(Runnable write) {
            Thread writer = new Thread(write);
            writer.start();
            await(applying);
            return writer;
        }

        void end(Thread writer) {
            goOn.countDown();
            try {
                writer.join();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    /** Looks at both while a transaction is in the middle of the second one. */
    private void assertConflictOrStateBefore(List<ItemAddress> pair, String before) {
        SlowWrite slow = new SlowWrite();
        Thread writer = slow.begin(() -> items().mutateAll(List.of(at(pair.get(1), slow))));
        SnapshotResult during = items().snapshot(pair, ENOUGH);
        slow.end(writer);

        if (during instanceof SnapshotResult.Conflict conflict) {
            assertThat(conflict.positions()).containsExactly(1);
        } else {
            assertThat(String.join("/", Samples.texts(taken(during)))).isEqualTo(before);
        }
    }

    private static List<@Nullable StoredItem> taken(SnapshotResult result) {
        assertThat(result).isInstanceOf(SnapshotResult.Taken.class);
        return ((SnapshotResult.Taken) result).items();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
