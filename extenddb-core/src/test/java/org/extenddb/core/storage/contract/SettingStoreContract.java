package org.extenddb.core.storage.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
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
}
