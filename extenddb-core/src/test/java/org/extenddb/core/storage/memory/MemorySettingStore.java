package org.extenddb.core.storage.memory;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.extenddb.core.storage.SettingStore;
import org.jspecify.annotations.Nullable;

/** Settings in memory. */
public final class MemorySettingStore implements SettingStore {
    private final Map<String, StoredSetting> settings = new TreeMap<>();

    @Override
    public synchronized List<StoredSetting> list() {
        return List.copyOf(settings.values());
    }

    @Override
    public synchronized <T extends @Nullable Object> T exclusively(Supplier<T> work) {
        Map<String, StoredSetting> before = new TreeMap<>(settings);
        try {
            return work.get();
        } catch (RuntimeException e) {
            settings.clear();
            settings.putAll(before);
            throw e;
        }
    }

    @Override
    public synchronized void put(StoredSetting setting) {
        settings.put(setting.name(), setting);
    }

    @Override
    public synchronized boolean remove(String name) {
        return settings.remove(name) != null;
    }
}
