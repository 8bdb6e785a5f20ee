package org.extenddb.core.storage.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.extenddb.core.storage.Change;
import org.extenddb.core.storage.ItemAddress;
import org.extenddb.core.storage.ItemMutation;
import org.extenddb.core.storage.ItemMutation.Reads;
import org.extenddb.core.storage.MutationResult;
import org.extenddb.core.storage.SnapshotResult;
import org.extenddb.core.storage.StoredItem;
import org.extenddb.core.storage.TableLayout;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Many writers of one item: nothing is lost, nothing fails, nothing is seen twice. */
public abstract class ConcurrencyContract extends StorageContract {
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
    void get_whileAMutationIsSlow_doesNotWait() throws InterruptedException {
        ItemAddress address = address(newTable(), "p", "s");
        put(address, Samples.item("old"));
        CountDownLatch applying = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        ItemMutation slow = new Mutations(Reads.CURRENT, current -> {
            applying.countDown();
            await(goOn);
            return new Change.Write(Samples.item("new"));
        });
        Thread writer = new Thread(() -> items().mutate(address, slow));
        writer.start();
        await(applying);

        String during = text(address);
        goOn.countDown();
        writer.join();

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
                    List<String> halves = Samples.texts(taken(items().snapshot(pair)));
                    assertThat(halves.get(0)).isEqualTo(halves.get(1));
                }
            }
            return thread;
        });
    }

    /** A writer that never comes to an end may be a conflict, if the store lets it hold the item, but is not waited for. */
    @Test
    void snapshot_whileATransactionIsSlow_isAConflictThereOrTheStateBefore() throws InterruptedException {
        TableLayout table = newTable();
        List<ItemAddress> pair = List.of(address(table, "a", ""), address(table, "b", ""));
        pair.forEach(address -> put(address, Samples.item("old")));
        CountDownLatch applying = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        ItemMutation slow = new Mutations(Reads.CURRENT, current -> {
            applying.countDown();
            await(goOn);
            return new Change.Write(Samples.item("new"));
        });
        Thread writer = new Thread(() -> items().mutateAll(List.of(at(pair.get(1), slow))));
        writer.start();
        await(applying);

        SnapshotResult during = items().snapshot(pair);
        goOn.countDown();
        writer.join();

        if (during instanceof SnapshotResult.Conflict conflict) {
            assertThat(conflict.positions()).containsExactly(1);
        } else {
            assertThat(Samples.texts(taken(during))).containsExactly("old", "old");
        }
        assertThat(Samples.texts(taken(items().snapshot(pair)))).containsExactly("old", "new");
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
