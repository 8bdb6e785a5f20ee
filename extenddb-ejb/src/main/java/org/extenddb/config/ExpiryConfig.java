package org.extenddb.config;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.extenddb.cdi.SingleInstance;

/** How soon items go once they have expired. */
@SingleInstance
public final class ExpiryConfig implements Adjustable {
    private final Duration sweep;
    private final Setting<Boolean> hidden;

    /**
     * Reads the configuration.
     *
     * @param sweepSeconds after how many seconds a server looks for expired items again, 3 at least
     * @param hideExpired whether reads leave out items that have expired but are still there; DynamoDB answers them, and so do
     *     conditions and updates in any case
     */
    @Inject
    public ExpiryConfig(
            @ConfigProperty(name = "extenddb.ttl.sweepSeconds", defaultValue = "10") int sweepSeconds,
            @ConfigProperty(name = "extenddb.ttl.hideExpired", defaultValue = "false") boolean hideExpired) {
        this.sweep = Duration.ofSeconds(Math.max(0, sweepSeconds));
        this.hidden = Setting.bool("extenddb.ttl.hideExpired", hideExpired);
    }

    public boolean hidden() {
        return hidden.value();
    }

    public Duration sweep() {
        return sweep;
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(hidden);
    }
}
