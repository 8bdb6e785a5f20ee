package org.extenddb.core.storage;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Settings that were changed while servers run. All servers hear of a change when it is committed ({@link SettingListener}). */
public interface SettingStore {
    /** All, by name. */
    List<StoredSetting> list();

    /**
     * Does something while nobody else does so, on any server: what it reads of settings is what it changes, if others change them so
     * too. Readers do not wait.
     *
     * @param work whatever it throws passes through, and nothing is changed
     */
    <T extends @Nullable Object> T exclusively(Supplier<T> work);

    /** Sets one, whether it was set before or not. */
    void put(StoredSetting setting);

    /**
     * Takes one away, so that the configuration counts again.
     *
     * @return false when it was not set
     */
    boolean remove(String name);

    /**
     * A setting as it is kept.
     *
     * @param changedBy who has set it
     */
    record StoredSetting(String name, String value, Instant changedAt, String changedBy) {}

    /** Hears that settings may have changed. */
    interface SettingListener {
        void settingsMayHaveChanged();
    }
}
