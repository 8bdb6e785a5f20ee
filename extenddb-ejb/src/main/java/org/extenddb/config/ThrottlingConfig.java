package org.extenddb.config;

import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.extenddb.cdi.SingleInstance;

/** Whether tables are held to their throughput. */
@SingleInstance
public final class ThrottlingConfig {
    private final boolean enabled;

    /**
     * Reads the configuration.
     *
     * @param enabled whether requests beyond the provisioned throughput, the bounds of on-demand tables, and what DynamoDB serves of one
     *     partition key are refused
     */
    @Inject
    public ThrottlingConfig(
            @ConfigProperty(name = "extenddb.throttling.enabled", defaultValue = "false") boolean enabled) {
        this.enabled = enabled;
    }

    public boolean enabled() {
        return enabled;
    }
}
