package org.extenddb.admin;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigValue;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.config.Setting;
import org.extenddb.config.StoredSettings;
import org.extenddb.core.storage.SettingStore;
import org.extenddb.core.storage.SettingStore.StoredSetting;
import org.jspecify.annotations.Nullable;

/** What the installation is set to, and what of it can be changed while servers run. For administrators. */
@SingleInstance
public final class SettingService {
    private static final String IN_DATABASE = "database";
    private static final String BY_DEFAULT = "default";

    private final StoredSettings stored;
    private final SettingStore store;
    private final Function<String, ConfigValue> configuration;

    @Inject
    public SettingService(StoredSettings stored, SettingStore store, Config config) {
        this(stored, store, config::getConfigValue);
    }

    SettingService(StoredSettings stored, SettingStore store, Function<String, ConfigValue> configuration) {
        this.stored = stored;
        this.store = store;
        this.configuration = configuration;
    }

    /**
     * A setting as this server has it.
     *
     * @param value null where it has none; of a secret, whether there is one
     * @param defaultValue null where there is none
     * @param source {@code default}, {@code database}, or the name of the source in the server's configuration
     * @param restart whether it is read only when a server starts
     * @param changedBy who has set it; null unless it is in the database
     */
    public record SettingState(
            String name,
            @Nullable String value,
            @Nullable String defaultValue,
            String source,
            boolean restart,
            String description,
            @Nullable String changedBy,
            @Nullable Instant changedAt) {}

    /** All, by name. */
    public List<SettingState> list(AdminCall call) {
        call.requireAdministrator();
        Map<String, StoredSetting> inDatabase = stored();
        return DescribedSetting.all().values().stream()
                .map(it -> state(it, inDatabase.get(it.name())))
                .toList();
    }

    /** @throws AdminException NOT_FOUND, FORBIDDEN */
    public SettingState get(AdminCall call, String name) {
        call.requireAdministrator();
        return state(described(name), stored().get(name));
    }

    /**
     * Sets one on all servers, from a second later on.
     *
     * @throws AdminException CONFLICT when it needs a restart, INVALID when this is no value of it, CHANGED
     */
    public SettingState set(AdminCall call, String name, String value, Precondition precondition) {
        store.<@Nullable Object>exclusively(() -> {
            if (!adjustable(call, name, precondition).accepts(value)) {
                throw AdminException.of(AdminError.INVALID, MessagesAdmin.badValue(name));
            }
            store.put(new StoredSetting(name, value, Instant.now(), call.name()));
            return null;
        });
        return get(call, name);
    }

    /** To be called once a change is committed, so that this server has it too when its caller hears of it. */
    void changed() {
        stored.settingsMayHaveChanged();
    }

    /**
     * Whether a value that is wanted of it may be written down: what is unknown may be a secret whose name is misspelt, and what needs a
     * restart, such as a URL, may have one in it.
     */
    boolean isTold(String name) {
        DescribedSetting described = DescribedSetting.all().get(name);
        return described != null && !described.secret() && stored.adjustable().containsKey(name);
    }

    /** Lets the configuration count again. */
    public SettingState reset(AdminCall call, String name, Precondition precondition) {
        store.exclusively(() -> {
            adjustable(call, name, precondition);
            return store.remove(name);
        });
        return get(call, name);
    }

    private Setting<?> adjustable(AdminCall call, String name, Precondition precondition) {
        SettingState now = get(call, name);
        precondition.check(now);
        Setting<?> setting = stored.adjustable().get(name);
        if (setting == null) {
            throw AdminException.of(AdminError.CONFLICT, MessagesAdmin.notAdjustable(name));
        }
        return setting;
    }

    private SettingState state(DescribedSetting described, @Nullable StoredSetting inDatabase) {
        boolean restart = !stored.adjustable().containsKey(described.name());
        if (inDatabase != null && !restart) {
            return new SettingState(
                    described.name(),
                    inDatabase.value(),
                    described.defaultValue(),
                    IN_DATABASE,
                    false,
                    described.description(),
                    inDatabase.changedBy(),
                    inDatabase.changedAt());
        }
        ConfigValue configured = configuration.apply(described.name());
        String value = configured == null ? null : configured.getValue();
        boolean unset = value == null || value.equals(described.defaultValue());
        return new SettingState(
                described.name(),
                unset ? described.defaultValue() : described.secret() ? "(set)" : UrlPassword.hidden(value),
                described.defaultValue(),
                unset || configured == null ? BY_DEFAULT : String.valueOf(configured.getSourceName()),
                restart,
                described.description(),
                null,
                null);
    }

    private Map<String, StoredSetting> stored() {
        return store.list().stream().collect(Collectors.toMap(StoredSetting::name, Function.identity()));
    }

    private static DescribedSetting described(String name) {
        DescribedSetting described = DescribedSetting.all().get(name);
        if (described == null) {
            throw AdminException.of(AdminError.NOT_FOUND, MessagesAdmin.noSetting(name));
        }
        return described;
    }
}
