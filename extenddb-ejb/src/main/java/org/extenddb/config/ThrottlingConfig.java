package org.extenddb.config;

import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.extenddb.cdi.SingleInstance;

/** Whether tables are held to their throughput. */
@SingleInstance
public final class ThrottlingConfig implements Adjustable {
    private final Setting<Boolean> enabled;

    /**
     * Reads the configuration.
     *
     * @param enabled whether requests beyond the provisioned throughput, the bounds of on-demand tables, and what DynamoDB serves of one
     *     partition key are refused
     */
    @Inject
    public ThrottlingConfig(
            @ConfigProperty(name = "extenddb.throttling.enabled", defaultValue = "false") boolean enabled) {
        this.enabled = Setting.bool("extenddb.throttling.enabled", enabled);
    }

    public boolean enabled() {
        return enabled.value();
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(enabled);
    }
}
