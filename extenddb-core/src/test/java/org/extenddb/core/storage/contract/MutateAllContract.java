package org.extenddb.core.storage.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.extenddb.core.storage.AddressedMutation;
import org.extenddb.core.storage.AtomicResult;
import org.extenddb.core.storage.Change;
import org.extenddb.core.storage.ItemAddress;
import org.extenddb.core.storage.ItemMutation.Reads;
import org.extenddb.core.storage.MutationResult;
import org.extenddb.core.storage.TableLayout;
import org.junit.jupiter.api.Test;

/** Many items at one instant or not at all. */
public abstract class MutateAllContract extends StorageContract {
    @Test
    void mutateAll_everyChange_takesEffect() {
        TableLayout one = newTable();
        TableLayout other = newTable(1, 2);
        put(address(one, "p", "replaced"), Samples.item("old"));
        put(address(one, "p", "removed"), Samples.item("old"));
        put(address(one, "p", "kept"), Samples.item("old"));

        AtomicResult result = items().mutateAll(List.of(
                at(address(other, "p", "inserted"), Mutations.put(Samples.item("new"))),
                at(address(one, "p", "removed"), Mutations.remove(Reads.CURRENT)),
                at(address(one, "p", "replaced"), Mutations.put(Reads.CURRENT, Samples.item("new"))),
                at(address(one, "p", "kept"), Mutations.keep(Reads.CURRENT)),
                at(address(one, "p", "absent"), Mutations.keep(Reads.CURRENT))));

        assertThat(result)
                .isInstanceOfSatisfying(
                        AtomicResult.Applied.class,
                        applied -> assertThat(Samples.texts(applied.results().stream()
                                        .map(MutationResult::previous)
                                        .toList()))
                                .containsExactly("(absent)", "old", "old", "old", "(absent)"));
        assertThat(text(address(other, "p", "inserted"))).isEqualTo("new");
        assertThat(text(address(one, "p", "removed"))).isEqualTo("(absent)");
        assertThat(text(address(one, "p", "replaced"))).isEqualTo("new");
        assertThat(text(address(one, "p", "kept"))).isEqualTo("old");
        assertThat(text(address(one, "p", "absent"))).isEqualTo("(absent)");
    }

    @Test
    void mutateAll_oneRefusal_writesNothing() {
        TableLayout table = newTable();
        put(address(table, "p", "a"), Samples.item("old"));

        AtomicResult result = items().mutateAll(List.of(
                at(address(table, "p", "a"), Mutations.put(Reads.CURRENT, Samples.item("new"))),
                at(address(table, "p", "b"), Mutations.put(Samples.item("new"))),
                at(address(table, "p", "c"), Mutations.refuse(Reads.CURRENT, REFUSED))));

        assertThat(result).isInstanceOfSatisfying(AtomicResult.Refused.class, refused -> {
            assertThat(refused.results()).hasSize(3);
            assertThat(refused.results().get(2).change()).isEqualTo(new Change.Refuse(REFUSED));
            assertThat(Samples.text(refused.results().get(0).previous())).isEqualTo("old");
        });
        assertThat(text(address(table, "p", "a"))).isEqualTo("old");
        assertThat(text(address(table, "p", "b"))).isEqualTo("(absent)");
    }

    @Test
    void mutateAll_hundredItems_takeEffect() {
        TableLayout table = newTable(3);
        List<AddressedMutation> mutations = IntStream.range(0, 100)
                .mapToObj(i -> at(
                        address(table, "p" + i, ""),
                        Mutations.put(Samples.item("" + i, Samples.entry(3, "all", "" + i)))))
                .toList();

        assertThat(items().mutateAll(mutations)).isInstanceOf(AtomicResult.Applied.class);

        List<ItemAddress> addresses =
                mutations.stream().map(AddressedMutation::address).toList();
        assertThat(Samples.texts(items().getAll(addresses)))
                .isEqualTo(IntStream.range(0, 100).mapToObj(i -> "" + i).toList());
    }

    /** Money moves between accounts in overlapping transactions beside single writers: no deadlock, none made, none lost. */
    @Test
    void mutateAll_overlappingTransfers_keepTheBalance() {
        TableLayout table = newTable();
        int accounts = 8;
        for (int i = 0; i < accounts; i++) {
            put(address(table, "account" + i, ""), Samples.item("1000"));
        }
        Random seeds = Samples.random();
        long seed = seeds.nextLong();
        List<Integer> deposits = concurrently(8, thread -> () -> {
            Random random = new Random(seed + thread);
            int deposited = 0;
            for (int i = 0; i < 40; i++) {
                if (thread < 2) {
                    items().mutate(address(table, "account" + random.nextInt(accounts), ""), Mutations.add(1));
                    deposited++;
                } else {
                    transfer(table, random, accounts);
                }
            }
            return deposited;
        });

        int balance = 0;
        for (int i = 0; i < accounts; i++) {
            balance += Integer.parseInt(text(address(table, "account" + i, "")));
        }
        assertThat(balance)
                .isEqualTo(accounts * 1000
                        + deposits.stream().mapToInt(Integer::intValue).sum());
    }

    /** Placeholders for absent keys must neither stay nor clash for good. */
    @Test
    void mutateAll_absentKeysInAnyOrder_insertOnce() {
        TableLayout table = newTable();
        List<Integer> wins = concurrently(6, thread -> () -> {
            int won = 0;
            for (int i = 0; i < 30; i++) {
                String name = "" + i;
                List<AddressedMutation> mutations = new ArrayList<>(List.of(
                        at(address(table, "x" + name, ""), Mutations.putIfAbsent(Samples.item(name), REFUSED)),
                        at(address(table, "y" + name, ""), Mutations.putIfAbsent(Samples.item(name), REFUSED)),
                        at(address(table, "never", ""), Mutations.keep(Reads.CURRENT))));
                Collections.rotate(mutations, thread);
                AtomicResult result = items().mutateAll(mutations);
                won += result instanceof AtomicResult.Applied ? 1 : 0;
            }
            return won;
        });

        assertThat(wins.stream().mapToInt(Integer::intValue).sum()).isBetween(1, 30);
        assertThat(text(address(table, "never", ""))).isEqualTo("(absent)");
        for (int i = 0; i < 30; i++) {
            assertThat(text(address(table, "x" + i, ""))).isEqualTo(text(address(table, "y" + i, "")));
        }
    }

    private void transfer(TableLayout table, Random random, int accounts) {
        List<Integer> chosen =
                new ArrayList<>(IntStream.range(0, accounts).boxed().toList());
        Collections.shuffle(chosen, random);
        items().mutateAll(List.of(
                at(address(table, "account" + chosen.get(0), ""), Mutations.add(-7)),
                at(address(table, "account" + chosen.get(1), ""), Mutations.add(4)),
                at(address(table, "account" + chosen.get(2), ""), Mutations.add(3))));
    }
}
