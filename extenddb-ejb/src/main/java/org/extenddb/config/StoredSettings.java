package org.extenddb.config;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.storage.SettingStore;
import org.extenddb.core.storage.SettingStore.SettingListener;
import org.extenddb.core.storage.SettingStore.StoredSetting;

/** Keeps the settings of this server what the database says they are. */
@SingleInstance
public final class StoredSettings implements SettingListener {
    private final Map<String, Setting<?>> byName = new TreeMap<>();
    private final SettingStore store;

    @Inject
    StoredSettings(@Any Instance<Adjustable> adjustables, SettingStore store) {
        this(adjustables.stream().toList(), store);
    }

    public StoredSettings(Collection<Adjustable> adjustables, SettingStore store) {
        adjustables.forEach(it -> it.settings().forEach(setting -> byName.put(setting.name(), setting)));
        this.store = store;
    }

    /** What can change while servers run, by name. */
    public Map<String, Setting<?>> adjustable() {
        return Map.copyOf(byName);
    }

    @Override
    public void settingsMayHaveChanged() {
        Map<String, String> stored =
                store.list().stream().collect(Collectors.toMap(StoredSetting::name, StoredSetting::value));
        byName.values().forEach(setting -> setting.set(stored.get(setting.name())));
    }
}
