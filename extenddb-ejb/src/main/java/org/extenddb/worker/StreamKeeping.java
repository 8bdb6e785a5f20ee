package org.extenddb.worker;

import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.config.StreamConfig;
import org.extenddb.core.storage.StreamStore;

/**
 * Ends what enabling and disabling streams has begun, closes shards that are old enough and opens their children, and takes old
 * records away. One server at a time does it; two would do it twice but not wrongly.
 */
@SingleInstance
public final class StreamKeeping implements BackgroundWork {
    private static final Logger LOG = System.getLogger(StreamKeeping.class.getName());
    private static final String LEASE = "streams";
    private static final Duration LEASE_LENGTH = Duration.ofSeconds(60);

    private final StreamStore streams;
    private final Leases leases;
    private final StreamConfig config;

    @Inject
    StreamKeeping(StreamStore streams, Leases leases, StreamConfig config) {
        this.streams = streams;
        this.leases = leases;
        this.config = config;
    }

    @Override
    public void run() {
        if (!leases.hold(LEASE, LEASE_LENGTH)) {
            return;
        }
        for (int stream : streams.unsettled()) {
            if (!streams.settle(stream)) {
                LOG.log(
                        Level.WARNING,
                        "EXDB0322W: Stream {0} waits for writes that are under way; this will be tried again.",
                        stream);
            }
        }
        streams.rotate(config.rotation());
        streams.trim(config.retention());
    }
}
