package org.extenddb.config;

import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.extenddb.cdi.SingleInstance;

/** How streams are cut into shards, and how long records live. */
@SingleInstance
public final class StreamConfig {
    private static final int DAY_SECONDS = 86_400;
    private static final int MAX_SHARDS = 64;

    private final int shards;
    private final Duration rotation;
    private final Duration retention;

    /**
     * Reads the configuration.
     *
     * @param shards how many shards of a stream are open at a time, 1 to 64: how many readers may share its work; of streams that are
     *     enabled from then on
     * @param rotationSeconds after how many seconds an open shard is closed and its child opened
     * @param retentionSeconds how many seconds records can be read, at most DynamoDB's day; shorter for tests alone
     */
    @Inject
    public StreamConfig(
            @ConfigProperty(name = "extenddb.streams.shards", defaultValue = "4") int shards,
            @ConfigProperty(name = "extenddb.streams.rotationSeconds", defaultValue = "14400") int rotationSeconds,
            @ConfigProperty(name = "extenddb.streams.retentionSeconds", defaultValue = "86400") int retentionSeconds) {
        this.shards = Math.max(1, Math.min(MAX_SHARDS, shards));
        this.rotation = Duration.ofSeconds(Math.max(1, rotationSeconds));
        this.retention = Duration.ofSeconds(Math.max(1, Math.min(DAY_SECONDS, retentionSeconds)));
    }

    public int shards() {
        return shards;
    }

    public Duration rotation() {
        return rotation;
    }

    public Duration retention() {
        return retention;
    }
}
