package org.extenddb.config;

import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.extenddb.cdi.SingleInstance;

/** How tables behave towards clients. */
@SingleInstance
public final class TableConfig {
    private final Duration transition;

    /**
     * Reads the configuration.
     *
     * @param transitionSeconds how long a table shows as CREATING, UPDATING and DELETING, in seconds; all of it is done at once, so
     *     this is for testing clients that must wait on DynamoDB
     */
    @Inject
    public TableConfig(
            @ConfigProperty(name = "extenddb.table.transitionSeconds", defaultValue = "0") int transitionSeconds) {
        this.transition = Duration.ofSeconds(transitionSeconds);
    }

    public Duration transition() {
        return transition;
    }
}
