package org.extenddb.config;

import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.extenddb.cdi.SingleInstance;

/** How tables behave towards clients. */
@SingleInstance
public final class TableConfig {
    private final Duration creating;

    /**
     * Reads the configuration.
     *
     * @param creatingSeconds how long a new table shows as CREATING, in seconds; it could be used at once, so this is for
     *     testing clients that must wait on DynamoDB
     */
    @Inject
    public TableConfig(
            @ConfigProperty(name = "extenddb.table.creatingSeconds", defaultValue = "0") int creatingSeconds) {
        this.creating = Duration.ofSeconds(creatingSeconds);
    }

    public Duration creating() {
        return creating;
    }
}
