package org.extenddb.core.storage.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.extenddb.core.storage.SettingStore;
import org.extenddb.core.storage.SettingStore.StoredSetting;
import org.junit.jupiter.api.Test;

/** Settings that change while servers run. */
public abstract class SettingStoreContract {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    private final String name = "extenddb.test." + UUID.randomUUID();

    /** One for all tests; each has a setting of its own. */
    protected abstract SettingStore store();

    @Test
    void put_twice_theLastOneCounts() {
        store().put(new StoredSetting(name, "1", NOW, "administrator/one"));
        StoredSetting last = new StoredSetting(name, "2", NOW.plusSeconds(1), "administrator/two");
        store().put(last);

        assertThat(store().list()).filteredOn(it -> it.name().equals(name)).containsExactly(last);
    }

    @Test
    void remove_isGoneOnce() {
        store().put(new StoredSetting(name, "1", NOW, "administrator/one"));

        assertThat(store().remove(name)).isTrue();
        assertThat(store().remove(name)).isFalse();
        assertThat(store().list()).noneMatch(it -> it.name().equals(name));
    }

    @Test
    void exclusively_severalAtOnce_nobodyOverwritesWhatItHasNotSeen() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            all.add(threads.submit(() -> store().exclusively(this::countUp)));
        }
        for (Future<?> one : all) {
            one.get();
        }
        threads.shutdown();

        assertThat(value()).isEqualTo(40);
    }

    @Test
    void exclusively_workThatFails_changesNothing() {
        assertThatIllegalStateException()
                .isThrownBy(() -> store().exclusively(() -> {
                    countUp();
                    throw new IllegalStateException("refused");
                }));

        assertThat(value()).isZero();
    }

    private int countUp() {
        int next = value() + 1;
        store().put(new StoredSetting(name, String.valueOf(next), NOW, "administrator/one"));
        return next;
    }

    private int value() {
        return store().list().stream()
                .filter(it -> it.name().equals(name))
                .mapToInt(it -> Integer.parseInt(it.value()))
                .findAny()
                .orElse(0);
    }
}
