package org.extenddb.core.storage.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.extenddb.core.model.PointInTimeRecovery;
import org.extenddb.core.model.StreamViewType;
import org.extenddb.core.model.TableDefinition;
import org.extenddb.core.model.TableStream;
import org.extenddb.core.storage.HistoryStore;
import org.extenddb.core.storage.HistoryStore.Cut;
import org.extenddb.core.storage.ItemAddress;
import org.extenddb.core.storage.ItemMutation.Reads;
import org.extenddb.core.storage.ItemVersion;
import org.extenddb.core.storage.StreamRecord.Image;
import org.extenddb.core.storage.TableChangedException;
import org.extenddb.core.storage.TableLayout;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What items were: at every time what they were then, whichever way they were written. */
public abstract class HistoryContract extends StorageContract {
    private static final int STEPS = 200;

    private HistoryStore history() {
        return backend().history();
    }

    // ---- single writes

    @ParameterizedTest
    @EnumSource(
            value = Reads.class,
            names = {"NOTHING", "PREVIOUS", "CURRENT"})
    void versions_ofAnItemWrittenAndRemoved_areAllThatItWas(Reads reads) {
        TableDefinition table = kept(false);
        ItemAddress a = address(TableLayout.of(table), "p", "a");
        Instant start = history().now();
        items().mutate(a, Mutations.put(reads, Samples.item("1")));
        items().mutate(a, Mutations.put(reads, Samples.item("22")));
        items().mutate(a, Mutations.put(reads, Samples.item("22")));
        items().mutate(a, Mutations.remove(reads));
        items().mutate(a, Mutations.put(reads, Samples.item("333")));

        List<ItemVersion> versions = history().versions(table, a.key(), start, null, 100);
        assertThat(texts(versions)).containsExactly("333", "(absent)", "22", "1", "(absent)");
        assertThat(versions.get(0).until()).isNull();
        assertThat(versions.get(4).since()).isNull();
        for (int i = 1; i < versions.size(); i++) {
            assertThat(versions.get(i).until()).isEqualTo(versions.get(i - 1).since());
        }
    }

    @Test
    void versions_inPages_areTheSame() {
        TableDefinition table = kept(false);
        ItemAddress a = address(TableLayout.of(table), "p", "a");
        Instant start = history().now();
        for (int i = 0; i < 7; i++) {
            items().mutate(a, Mutations.add(1));
        }
        List<ItemVersion> all = history().versions(table, a.key(), start, null, 100);
        List<ItemVersion> paged = new ArrayList<>();
        Instant ended = null;
        do {
            List<ItemVersion> page = history().versions(table, a.key(), start, ended, 3);
            paged.addAll(page);
            ended = page.get(page.size() - 1).since();
        } while (ended != null);

        assertThat(texts(all)).containsExactly("7", "6", "5", "4", "3", "2", "1", "(absent)");
        assertThat(texts(paged)).isEqualTo(texts(all));
        assertThat(history()
                        .versions(
                                table,
                                address(TableLayout.of(table), "p", "never").key(),
                                start,
                                null,
                                9))
                .isEmpty();
    }

    // ---- every way of writing, and every time

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void at_everyTimeOfARandomHistory_isWhatItWas(boolean streamed) {
        TableDefinition table = kept(streamed);
        TableLayout layout = TableLayout.of(table);
        Random random = Samples.random();
        List<Instant> times = new ArrayList<>();
        List<List<String>> states = new ArrayList<>();
        for (int i = 0; i < STEPS; i++) {
            write(layout, Integer.toString(i), random);
            times.add(history().now());
            states.add(state(layout));
        }
        for (int i = 0; i < STEPS; i += 7) {
            assertThat(stateAt(table, times.get(i))).as("after step " + i).isEqualTo(states.get(i));
        }
    }

    private void write(TableLayout layout, String value, Random random) {
        ItemAddress one = address(layout, "p", "i" + random.nextInt(5));
        ItemAddress other = address(layout, "p", "i" + (5 + random.nextInt(5)));
        Reads reads = List.of(Reads.NOTHING, Reads.PREVIOUS, Reads.CURRENT).get(random.nextInt(3));
        Reads blind = random.nextBoolean() ? Reads.NOTHING : Reads.PREVIOUS;
        switch (random.nextInt(5)) {
            case 0 -> items().mutate(one, Mutations.remove(reads));
            case 1 ->
                items().mutateEach(List.of(
                        at(one, Mutations.put(blind, Samples.item(value))), at(other, Mutations.remove(blind))));
            case 2 ->
                items().mutateAll(List.of(
                        at(one, Mutations.put(Samples.item(value))), at(other, Mutations.remove(Reads.CURRENT))));
            case 3 ->
                items().mutateAll(
                                List.of(at(one, Mutations.put(Samples.item(value))), at(other, Mutations.keep(reads))));
            default -> items().mutate(other, Mutations.put(reads, Samples.item(value)));
        }
    }

    // ---- where it begins and ends

    @Test
    void history_ofATableThatIsEnabledLater_beginsThere() {
        TableDefinition table =
                Objects.requireNonNull(backend().tables().create(Samples.table(Samples.newAddress(), 1)));
        ItemAddress before = address(TableLayout.of(table), "p", "a");
        put(before, Samples.item("1"));
        put(before, Samples.item("2"));
        TableDefinition enabled = change(table, PointInTimeRecovery.enabled(35));
        Instant since = history().settle();
        assertThat(since).isNotNull();
        items().mutate(address(TableLayout.of(enabled), "p", "a"), Mutations.remove(Reads.NOTHING));

        assertThat(texts(history().versions(enabled, before.key(), since, null, 9)))
                .containsExactly("(absent)", "2");
        assertThat(text(history().at(enabled, before.key(), since))).isEqualTo("2");
    }

    @Test
    void delete_byWhoKnowsOfNoHistory_isRefused() {
        TableDefinition table =
                Objects.requireNonNull(backend().tables().create(Samples.table(Samples.newAddress(), 1)));
        ItemAddress stale = address(TableLayout.of(table), "p", "a");
        put(stale, Samples.item("1"));
        TableDefinition enabled = change(table, PointInTimeRecovery.enabled(35));
        Instant since = Objects.requireNonNull(history().settle());
        try {
            items().mutate(stale, Mutations.remove(Reads.NOTHING));
        } catch (TableChangedException e) {
            assertThat(text(stale)).isEqualTo("1");
            return;
        }
        assertThat(text(history().at(enabled, stale.key(), since))).isEqualTo("1");
    }

    @Test
    void cut_ofATime_liesBetweenTheChangesBeforeAndAfter() {
        TableDefinition table = kept(false);
        TableLayout layout = TableLayout.of(table);
        put(address(layout, "p", "a"), Samples.item("1"));
        Instant time = history().now();
        Cut none = Objects.requireNonNull(history().cut(layout.storageId(), time));
        put(address(layout, "p", "b"), Samples.item("1"));
        Cut first = Objects.requireNonNull(history().cut(layout.storageId(), time));
        put(address(layout, "p", "c"), Samples.item("1"));
        Cut same = Objects.requireNonNull(history().cut(layout.storageId(), time));
        Cut later = Objects.requireNonNull(
                history().cut(layout.storageId(), history().now()));

        assertThat(first.sequence()).isEqualTo(same.sequence()).isGreaterThanOrEqualTo(none.sequence());
        assertThat(later.sequence()).isGreaterThan(first.sequence());
    }

    @Test
    void hold_untilReleased_isListed() {
        String holder = UUID.randomUUID().toString();
        TableDefinition table = kept(false);
        assertThat(history().hold(table.storageId(), holder)).isTrue();
        assertThat(history().hold(table.storageId(), holder)).isTrue();
        assertThat(history().holders(Duration.ZERO)).containsOnlyOnce(holder);
        history().release(holder);
        assertThat(history().holders(Duration.ZERO)).doesNotContain(holder);
        history().trim();
    }

    @Test
    void hold_ofATableThatIsGone_isNone() {
        TableDefinition table = kept(false);
        backend().tables().delete(table.address(), any -> {});
        String holder = UUID.randomUUID().toString();

        assertThat(history().hold(table.storageId(), holder)).isFalse();
        assertThat(history().holders(Duration.ZERO)).doesNotContain(holder);
    }

    // ---- helpers

    private TableDefinition kept(boolean streamed) {
        TableDefinition table =
                Objects.requireNonNull(backend().tables().create(Samples.table(Samples.newAddress(), 1)));
        TableDefinition kept = change(table, PointInTimeRecovery.enabled(35));
        return streamed
                ? Objects.requireNonNull(backend()
                        .tables()
                        .update(
                                kept.address(),
                                now -> now.with(
                                        now.settings().withStream(TableStream.wanted(StreamViewType.KEYS_ONLY)))))
                : kept;
    }

    private TableDefinition change(TableDefinition table, PointInTimeRecovery recovery) {
        return Objects.requireNonNull(backend()
                .tables()
                .update(table.address(), now -> now.with(now.settings().withRecovery(recovery))));
    }

    private List<String> state(TableLayout layout) {
        List<String> state = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            state.add(text(address(layout, "p", "i" + i)));
        }
        return state;
    }

    private List<String> stateAt(TableDefinition table, Instant time) {
        List<String> state = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            state.add(text(history().at(table, Samples.key("p", "i" + i), time)));
        }
        return state;
    }

    private static List<String> texts(List<ItemVersion> versions) {
        return versions.stream().map(version -> text(version.image())).toList();
    }

    private static String text(@Nullable Image image) {
        return image == null ? "(absent)" : new String(image.json(), StandardCharsets.UTF_8);
    }
}
