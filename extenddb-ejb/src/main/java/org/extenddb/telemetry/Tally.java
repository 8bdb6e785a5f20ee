package org.extenddb.telemetry;

import java.util.concurrent.atomic.LongAdder;
import org.extenddb.core.error.ErrorCode;
import org.jspecify.annotations.Nullable;

/** What requests of one kind have come to. */
final class Tally {
    private final LongAdder requests = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final LongAdder throttled = new LongAdder();
    private final LatencyHistogram latency = new LatencyHistogram();

    void add(AnsweredRequest request) {
        requests.increment();
        @Nullable String error = request.error();
        if (error == null) {
            latency.add(request.nanos());
            return;
        }
        failed.increment();
        if (error.equals(ErrorCode.THROTTLING.simpleName())
                || error.equals(ErrorCode.PROVISIONED_THROUGHPUT_EXCEEDED.simpleName())) {
            throttled.increment();
        }
    }

    TrafficTotals totals(String name) {
        return new TrafficTotals(
                name, requests.sum(), failed.sum(), throttled.sum(), latency.percentile(0.5), latency.percentile(0.99));
    }
}
