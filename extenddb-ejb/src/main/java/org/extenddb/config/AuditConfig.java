package org.extenddb.config;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.extenddb.cdi.SingleInstance;

/** The audit log. */
@SingleInstance
public final class AuditConfig implements Adjustable {
    private final Setting<Boolean> dataPlane;
    private final Duration retention;

    /**
     * Reads the configuration.
     *
     * @param dataPlane whether requests that read or write items are written down too, and those that only look at tables
     * @param retentionDays how long records are kept; 0 for ever
     */
    @Inject
    public AuditConfig(
            @ConfigProperty(name = "extenddb.audit.dataPlane", defaultValue = "false") boolean dataPlane,
            @ConfigProperty(name = "extenddb.audit.retentionDays", defaultValue = "365") int retentionDays) {
        this.dataPlane = Setting.bool("extenddb.audit.dataPlane", dataPlane);
        this.retention = Duration.ofDays(retentionDays);
    }

    public boolean isDataPlane() {
        return dataPlane.value();
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(dataPlane);
    }

    /** Zero for ever. */
    public Duration retention() {
        return retention;
    }
}
