package org.extenddb.config;

import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.extenddb.cdi.SingleInstance;

/** How requests are treated, whatever their operation. */
@SingleInstance
public final class RequestConfig implements Adjustable {
    private final Setting<Boolean> logClientErrors;

    /**
     * Reads the configuration.
     *
     * @param logClientErrors whether each request that a client got wrong leaves a line in the log; for debugging a client
     */
    @Inject
    public RequestConfig(
            @ConfigProperty(name = "extenddb.request.logClientErrors", defaultValue = "false")
                    boolean logClientErrors) {
        this.logClientErrors = Setting.bool("extenddb.request.logClientErrors", logClientErrors);
    }

    public boolean logClientErrors() {
        return logClientErrors.value();
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(logClientErrors);
    }
}
