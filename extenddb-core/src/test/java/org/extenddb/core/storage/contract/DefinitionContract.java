package org.extenddb.core.storage.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.extenddb.core.model.TableDefinition;
import org.extenddb.core.storage.ItemAddress;
import org.extenddb.core.storage.ItemMutation.Reads;
import org.extenddb.core.storage.TableChangedException;
import org.extenddb.core.storage.TableLayout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** No item is written under a definition that its table no longer has. */
public abstract class DefinitionContract extends StorageContract {
    @ParameterizedTest
    @EnumSource(Reads.class)
    void mutate_underAnOlderDefinition_writesNothing(Reads reads) {
        TableDefinition table = create();
        TableLayout old = TableLayout.of(table);
        put(address(old, "p", "present"), Samples.item("old"));
        change(table);

        for (String sort : List.of("present", "absent")) {
            assertThatThrownBy(() -> items().mutate(address(old, "p", sort), Mutations.put(reads, Samples.item("new"))))
                    .isInstanceOf(TableChangedException.class);
        }

        assertThat(text(address(old, "p", "present"))).isEqualTo("old");
        assertThat(text(address(old, "p", "absent"))).isEqualTo("(absent)");
    }

    @ParameterizedTest
    @EnumSource(Reads.class)
    void mutate_underTheNewDefinition_writes(Reads reads) {
        TableDefinition table = create();
        put(address(TableLayout.of(table), "p", "s"), Samples.item("old"));
        ItemAddress address = address(TableLayout.of(change(table)), "p", "s");

        items().mutate(address, Mutations.put(reads, Samples.item("new")));

        assertThat(text(address)).isEqualTo("new");
    }

    @Test
    void mutate_tableDeleted_writesNothing() {
        TableDefinition table = create();
        ItemAddress address = address(TableLayout.of(table), "p", "s");
        backend().tables().delete(table.address(), any -> {});

        assertThatThrownBy(() -> put(address, Samples.item("late"))).isInstanceOf(TableChangedException.class);
        assertThat(text(address)).isEqualTo("(absent)");
    }

    /** What removes needs no particular definition: an item's places in indexes go with it. */
    @Test
    void remove_underAnOlderDefinition_isDone() {
        TableDefinition table = create();
        ItemAddress address = address(TableLayout.of(table), "p", "s");
        put(address, Samples.item("old"));
        change(table);

        items().mutate(address, Mutations.remove(Reads.CURRENT));

        assertThat(text(address)).isEqualTo("(absent)");
    }

    /** Another table may have its name by now, and an item of this key: it must not seem to be removed. */
    @ParameterizedTest
    @EnumSource(Reads.class)
    void remove_tableDeleted_isNotDone(Reads reads) {
        TableDefinition table = create();
        TableLayout gone = TableLayout.of(table);
        ItemAddress present = address(gone, "p", "present");
        ItemAddress absent = address(gone, "p", "absent");
        put(present, Samples.item("old"));
        backend().tables().delete(table.address(), any -> {});

        for (ItemAddress address : List.of(present, absent)) {
            assertThatThrownBy(() -> items().mutate(address, Mutations.remove(reads)))
                    .isInstanceOf(TableChangedException.class);
            assertThatThrownBy(() -> items().mutateAll(List.of(at(address, Mutations.remove(reads)))))
                    .isInstanceOf(TableChangedException.class);
            if (reads == Reads.NOTHING || reads == Reads.PREVIOUS) {
                assertThatThrownBy(() -> items().mutateEach(List.of(at(address, Mutations.remove(reads)))))
                        .isInstanceOf(TableChangedException.class);
            }
        }
    }

    @Test
    void mutateAll_oneTableChanged_writesNothing() {
        TableDefinition changed = create();
        TableLayout old = TableLayout.of(changed);
        TableLayout other = newTable();
        put(address(old, "p", "present"), Samples.item("old"));
        change(changed);

        for (String sort : List.of("present", "absent")) {
            assertThatThrownBy(() -> items().mutateAll(List.of(
                            at(address(other, "p", "s"), Mutations.put(Samples.item("new"))),
                            at(address(old, "p", sort), Mutations.put(Reads.CURRENT, Samples.item("new"))))))
                    .isInstanceOf(TableChangedException.class);
        }

        assertThat(text(address(other, "p", "s"))).isEqualTo("(absent)");
        assertThat(text(address(old, "p", "present"))).isEqualTo("old");
        assertThat(text(address(old, "p", "absent"))).isEqualTo("(absent)");
    }

    /** A catalogue that remembers definitions must not offer the one that was just refused. */
    @Test
    void find_afterARefusal_answersTheNewDefinition() {
        TableDefinition table = create();
        AtomicInteger written = new AtomicInteger();
        concurrently(4, thread -> () -> {
            for (int i = 0; i < 50; i++) {
                if (thread == 0) {
                    change(table);
                } else {
                    written.addAndGet(writeAgainAndAgain(table, "s" + thread + "-" + i));
                }
            }
            return null;
        });

        assertThat(written).hasValue(150);
    }

    private int writeAgainAndAgain(TableDefinition table, String sort) {
        while (true) {
            TableLayout layout =
                    TableLayout.of(Objects.requireNonNull(backend().tables().find(table.address())));
            try {
                put(address(layout, "p", sort), Samples.item("v"));
                return 1;
            } catch (TableChangedException e) {
                Thread.onSpinWait();
            }
        }
    }

    private TableDefinition create() {
        return Objects.requireNonNull(backend().tables().create(Samples.table(Samples.newAddress(), 1)));
    }

    private TableDefinition change(TableDefinition table) {
        return Objects.requireNonNull(backend().tables().update(table.address(), same -> same));
    }
}
