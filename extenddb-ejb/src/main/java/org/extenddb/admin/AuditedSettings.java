package org.extenddb.admin;

import jakarta.inject.Inject;
import java.util.function.Supplier;
import org.extenddb.admin.AuditedChanges.Attempt;
import org.extenddb.admin.SettingService.SettingState;
import org.extenddb.cdi.SingleInstance;

/** Changes settings, and writes down who did so or tried to: the one way for administration and console. */
@SingleInstance
public final class AuditedSettings {
    private final SettingService settings;
    private final AuditedChanges audited;

    @Inject
    public AuditedSettings(SettingService settings, AuditedChanges audited) {
        this.settings = settings;
        this.audited = audited;
    }

    /** As {@link SettingService#set}. */
    public SettingState set(AdminCall call, String name, String value, Precondition precondition) {
        String detail = settings.isTold(name) ? value : "";
        return run(call, "admin:SetSetting", name, detail, () -> settings.set(call, name, value, precondition));
    }

    /** As {@link SettingService#reset}. */
    public SettingState reset(AdminCall call, String name, Precondition precondition) {
        return run(call, "admin:ResetSetting", name, "", () -> settings.reset(call, name, precondition));
    }

    private SettingState run(AdminCall call, String action, String name, String detail, Supplier<SettingState> change) {
        SettingState changed = audited.together(call, new Attempt(action, "setting/" + name, detail), change);
        settings.changed();
        return changed;
    }
}
