package org.extenddb.console.operate;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.extenddb.admin.SettingService.SettingState;
import org.extenddb.console.message.Notices;
import org.jspecify.annotations.Nullable;

/** What the installation is set to. */
@Named("settings")
@RequestScoped
public class SettingsBean {
    private final Administration administration;
    private final Notices notices;
    private @Nullable List<SettingState> all;
    private String name = "";
    private String value = "";

    @SuppressWarnings({"NullAway", "unused"})
    protected SettingsBean() {
        this(null, null);
    }

    @Inject
    public SettingsBean(Administration administration, Notices notices) {
        this.administration = administration;
        this.notices = notices;
    }

    public List<SettingState> getAll() {
        if (all == null) {
            all = List.of();
            notices.attempt(() -> all = administration.settings());
        }
        return all;
    }

    /** Those that can be changed while servers run. */
    public List<SettingState> getAdjustable() {
        return getAll().stream().filter(setting -> !setting.restart()).toList();
    }

    public void save() {
        if (notices.attempt(() -> administration.set(name, value))) {
            notices.done("settingSaved");
        }
        all = null;
    }

    public void reset(String setting) {
        notices.attempt(() -> administration.reset(setting));
        all = null;
    }

    public String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = name == null ? "" : name;
    }

    public String getValue() {
        return value;
    }

    public void setValue(@Nullable String value) {
        this.value = value == null ? "" : value;
    }
}
