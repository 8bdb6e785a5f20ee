package org.extenddb.telemetry;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.eclipse.microprofile.metrics.Timer;
import org.extenddb.cdi.SingleInstance;

/**
 * Counts and times requests. Labels are bounded: {@code operation} has only names of operations that exist (and {@code none}),
 * {@code outcome} only {@code Success} and the names of the services' errors. A request costs two look-ups and two additions.
 */
@SingleInstance
public final class RequestMetrics implements RequestObserver {
    static final String COUNTER = "extenddb_requests";
    static final String TIMER = "extenddb_request_seconds";
    static final String NO_OPERATION = "none";
    static final String SUCCESS = "Success";

    private final MetricRegistry registry;
    private final Map<String, Map<String, Meter>> meters = new ConcurrentHashMap<>();

    @Inject
    RequestMetrics(MetricRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void answered(AnsweredRequest request) {
        String operation = request.operation() == null ? NO_OPERATION : request.operation();
        String outcome = request.error() == null ? SUCCESS : request.error();
        Map<String, Meter> outcomes = meters.get(operation);
        if (outcomes == null) {
            outcomes = meters.computeIfAbsent(operation, any -> new ConcurrentHashMap<>());
        }
        Meter meter = outcomes.get(outcome);
        if (meter == null) {
            meter = outcomes.computeIfAbsent(outcome, any -> register(operation, outcome));
        }
        meter.requests().inc();
        meter.latency().update(Duration.ofNanos(request.nanos()));
    }

    private Meter register(String operation, String outcome) {
        Tag[] tags = {new Tag("operation", operation), new Tag("outcome", outcome)};
        Metadata requests = Metadata.builder()
                .withName(COUNTER)
                .withDescription("Requests answered, by operation and outcome")
                .build();
        Metadata latency = Metadata.builder()
                .withName(TIMER)
                .withDescription("Time from receiving a request to having its answer encoded, by operation and outcome")
                .build();
        return new Meter(registry.counter(requests, tags), registry.timer(latency, tags));
    }

    /** The two metrics of one operation and outcome; a registry answers the same ones for the same names. */
    private record Meter(Counter requests, Timer latency) {}
}
