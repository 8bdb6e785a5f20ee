package org.extenddb.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.eclipse.microprofile.metrics.Timer;
import org.extenddb.core.error.ErrorCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RequestMetricsTest {
    private final Map<String, Long> counts = new TreeMap<>();
    private final Map<String, Duration> times = new TreeMap<>();
    private int registrations;
    private final RequestMetrics metrics = new RequestMetrics(registry());

    @Test
    void answered_sameOperationAndOutcome_countsAndTimesIt() {
        metrics.answered(request("PutItem", null, 1_000));
        metrics.answered(request("PutItem", null, 2_000));

        assertThat(counts).containsExactly(Map.entry("extenddb_requests{operation=PutItem,outcome=Success}", 2L));
        assertThat(times)
                .containsExactly(Map.entry(
                        "extenddb_request_seconds{operation=PutItem,outcome=Success}", Duration.ofNanos(3_000)));
    }

    @Test
    void answered_errors_areToldApartByName() {
        metrics.answered(request("PutItem", ErrorCode.VALIDATION, 1));
        metrics.answered(request("PutItem", ErrorCode.INTERNAL_SERVER_ERROR, 1));

        assertThat(counts)
                .containsOnlyKeys(
                        "extenddb_requests{operation=PutItem,outcome=InternalServerError}",
                        "extenddb_requests{operation=PutItem,outcome=ValidationException}");
    }

    @Test
    void answered_unknownOperation_goesUnderOneLabel() {
        metrics.answered(request(null, ErrorCode.UNKNOWN_OPERATION, 1));

        assertThat(counts).containsOnlyKeys("extenddb_requests{operation=none,outcome=UnknownOperationException}");
    }

    @Test
    void answered_again_asksTheRegistryNoMore() {
        metrics.answered(request("PutItem", null, 1));
        int before = registrations;

        metrics.answered(request("PutItem", null, 1));

        assertThat(before).isEqualTo(2);
        assertThat(registrations).isEqualTo(before);
    }

    private static AnsweredRequest request(@Nullable String operation, @Nullable ErrorCode error, long nanos) {
        String name = error == null ? null : error.simpleName();
        return new AnsweredRequest(
                "ID", "127.0.0.1", "dynamodb", operation, null, null, name, List.of(), false, () -> "", nanos, 0, 0);
    }

    private MetricRegistry registry() {
        return proxy(MetricRegistry.class, (self, method, arguments) -> {
            registrations++;
            Tag[] tags = (Tag[]) arguments[1];
            String name = ((Metadata) arguments[0]).getName() + "{"
                    + String.join(
                            ",",
                            Arrays.stream(tags)
                                    .map(tag -> tag.getTagName() + "=" + tag.getTagValue())
                                    .toList())
                    + "}";
            return method.getName().equals("counter") ? counter(name) : timer(name);
        });
    }

    private Counter counter(String name) {
        return proxy(Counter.class, (self, method, arguments) -> {
            counts.merge(name, 1L, Long::sum);
            return null;
        });
    }

    private Timer timer(String name) {
        return proxy(Timer.class, (self, method, arguments) -> {
            times.merge(name, (Duration) arguments[0], Duration::plus);
            return null;
        });
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
