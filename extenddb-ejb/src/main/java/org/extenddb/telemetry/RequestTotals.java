package org.extenddb.telemetry;

import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.MetricID;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Timer;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.error.ErrorCode;
import org.jspecify.annotations.Nullable;

/** Reads what {@link RequestMetrics} has counted on this server. */
@SingleInstance
public final class RequestTotals {
    private static final double NANOS_A_MILLI = 1e6;

    private final MetricRegistry registry;

    @Inject
    public RequestTotals(MetricRegistry registry) {
        this.registry = registry;
    }

    /** One for each operation that was asked for, the busiest first. */
    public List<OperationTotals> byOperation() {
        Map<String, Sum> sums = new HashMap<>();
        registry.getCounters((id, metric) -> id.getName().equals(RequestMetrics.COUNTER))
                .forEach((id, counter) -> sums.computeIfAbsent(tag(id, "operation"), any -> new Sum())
                        .add(id, counter));
        Map<String, Timer> timers = new HashMap<>();
        registry.getTimers((id, metric) -> id.getName().equals(RequestMetrics.TIMER)
                        && tag(id, "outcome").equals(RequestMetrics.SUCCESS))
                .forEach((id, timer) -> timers.put(tag(id, "operation"), timer));
        return sums.entrySet().stream()
                .map(sum -> sum.getValue().totals(sum.getKey(), timers.get(sum.getKey())))
                .sorted(Comparator.comparingLong(OperationTotals::requests).reversed())
                .toList();
    }

    private static String tag(MetricID id, String name) {
        return id.getTags().getOrDefault(name, "");
    }

    private static final class Sum {
        private long requests;
        private long failed;
        private long throttled;

        void add(MetricID id, Counter counter) {
            String outcome = tag(id, "outcome");
            long count = counter.getCount();
            requests += count;
            failed += outcome.equals(RequestMetrics.SUCCESS) ? 0 : count;
            boolean limit = outcome.equals(ErrorCode.THROTTLING.simpleName())
                    || outcome.equals(ErrorCode.PROVISIONED_THROUGHPUT_EXCEEDED.simpleName());
            throttled += limit ? count : 0;
        }

        OperationTotals totals(String operation, @Nullable Timer timer) {
            double mean = timer == null || timer.getCount() == 0
                    ? 0
                    : timer.getElapsedTime().toNanos() / NANOS_A_MILLI / timer.getCount();
            return new OperationTotals(operation, requests, failed, throttled, mean);
        }
    }
}
