package org.extenddb.core.storage.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.extenddb.core.storage.Change;
import org.extenddb.core.storage.ItemAddress;
import org.extenddb.core.storage.ItemMutation.Reads;
import org.extenddb.core.storage.MutationResult;
import org.extenddb.core.storage.StoredItem;
import org.extenddb.core.storage.TableLayout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One item: what is read, what each change does to it, and what the caller learns. */
public abstract class MutateContract extends StorageContract {
    @Test
    void get_absentItem_isNull() {
        assertThat(items().get(address(newTable(), "p", "s"))).isNull();
    }

    @Test
    void get_presentItem_carriesKeyJsonAndSize() {
        ItemAddress address = address(newTable(), "p", "s");
        put(address, Samples.item("{\"pk\":{\"S\":\"\u0000ü\"}}"));

        StoredItem item = Objects.requireNonNull(items().get(address));

        assertThat(item.key()).isEqualTo(address.key());
        assertThat(Samples.text(item)).isEqualTo("{\"pk\":{\"S\":\"\u0000ü\"}}");
        assertThat(item.size()).isEqualTo(item.json().length);
    }

    @Test
    void get_sameKeyInAnotherTable_isAbsent() {
        put(address(newTable(), "p", "s"), Samples.item("here"));

        assertThat(text(address(newTable(), "p", "s"))).isEqualTo("(absent)");
    }

    @ParameterizedTest
    @EnumSource(Reads.class)
    void write_absentItem_isInserted(Reads reads) {
        ItemAddress address = address(newTable(), "p", "");

        MutationResult result = items().mutate(address, Mutations.put(reads, Samples.item("new")));

        assertThat(result.previous()).isNull();
        assertThat(result.change()).isInstanceOf(Change.Write.class);
        assertThat(text(address)).isEqualTo("new");
    }

    @ParameterizedTest
    @EnumSource(Reads.class)
    void write_presentItem_isReplaced(Reads reads) {
        ItemAddress address = address(newTable(), "p", "s");
        put(address, Samples.item("old"));

        MutationResult result = items().mutate(address, Mutations.put(reads, Samples.item("new")));

        assertThat(Samples.text(result.previous())).isEqualTo(reads == Reads.NOTHING ? "(absent)" : "old");
        assertThat(text(address)).isEqualTo("new");
    }

    @ParameterizedTest
    @EnumSource(Reads.class)
    void remove_presentItem_goes(Reads reads) {
        ItemAddress address = address(newTable(), "p", "s");
        put(address, Samples.item("old"));

        MutationResult result = items().mutate(address, Mutations.remove(reads));

        assertThat(Samples.text(result.previous())).isEqualTo(reads == Reads.NOTHING ? "(absent)" : "old");
        assertThat(text(address)).isEqualTo("(absent)");
    }

    @ParameterizedTest
    @EnumSource(Reads.class)
    void remove_absentItem_changesNothing(Reads reads) {
        ItemAddress address = address(newTable(), "p", "s");

        MutationResult result = items().mutate(address, Mutations.remove(reads));

        assertThat(result.previous()).isNull();
        assertThat(text(address)).isEqualTo("(absent)");
    }

    @ParameterizedTest
    @EnumSource(Reads.class)
    void keep_presentItem_staysWithItsVersion(Reads reads) {
        ItemAddress address = address(newTable(), "p", "s");
        put(address, Samples.item("old"));
        StoredItem before = Objects.requireNonNull(items().get(address));

        MutationResult result = items().mutate(address, Mutations.keep(reads));

        assertThat(Samples.text(result.previous())).isEqualTo(reads == Reads.NOTHING ? "(absent)" : "old");
        assertThat(Objects.requireNonNull(items().get(address)).version()).isEqualTo(before.version());
    }

    @ParameterizedTest
    @EnumSource(Reads.class)
    void refuse_presentItem_staysAndIsReported(Reads reads) {
        ItemAddress address = address(newTable(), "p", "s");
        put(address, Samples.item("old"));

        MutationResult result = items().mutate(address, Mutations.refuse(reads, REFUSED));

        assertThat(result.change()).isEqualTo(new Change.Refuse(REFUSED));
        assertThat(Samples.text(result.previous())).isEqualTo(reads == Reads.NOTHING ? "(absent)" : "old");
        assertThat(text(address)).isEqualTo("old");
    }

    @Test
    void putIfAbsent_presentItem_isRefusedWithThatItem() {
        ItemAddress address = address(newTable(), "p", "s");
        put(address, Samples.item("first"));

        MutationResult result = items().mutate(address, Mutations.putIfAbsent(Samples.item("second"), REFUSED));

        assertThat(result.change()).isEqualTo(new Change.Refuse(REFUSED));
        assertThat(Samples.text(result.previous())).isEqualTo("first");
        assertThat(text(address)).isEqualTo("first");
    }

    @Test
    void version_everyWrite_changes() {
        ItemAddress address = address(newTable(), "p", "s");
        put(address, Samples.item("same"));
        long first = Objects.requireNonNull(items().get(address)).version();
        put(address, Samples.item("same"));
        long second = Objects.requireNonNull(items().get(address)).version();
        items().mutate(address, Mutations.remove(Reads.NOTHING));
        put(address, Samples.item("same"));
        long third = Objects.requireNonNull(items().get(address)).version();

        assertThat(List.of(first, second, third)).doesNotHaveDuplicates();
    }

    @Test
    void getAll_mixedAddresses_answersInRequestOrder() {
        TableLayout one = newTable();
        TableLayout other = newTable(1);
        put(address(one, "p", "a"), Samples.item("one"));
        put(address(other, "p", "a"), Samples.item("other"));

        List<ItemAddress> addresses = List.of(
                address(other, "p", "a"), address(one, "p", "none"), address(one, "p", "a"), address(other, "p", "a"));

        assertThat(Samples.texts(items().getAll(addresses))).containsExactly("other", "(absent)", "one", "other");
        assertThat(items().getAll(List.of())).isEmpty();
    }

    @Test
    void write_largestItem_comesBackWhole() {
        ItemAddress address = address(newTable(), "p", "s");
        put(address, Samples.item("x".repeat(409_600)));

        assertThat(text(address)).hasSize(409_600).containsOnlyOnce("x".repeat(409_600));
    }
}
