package org.extenddb.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Drives one kind of request over a number of connections for a time, each connection as fast as the server answers. */
final class Load {
    private static final int FILLING_CONNECTIONS = 16;

    private Load() {}

    /**
     * Requests a second, latency percentiles in microseconds, and the server's CPU time a request, which other work on the
     * machine hardly changes.
     */
    record Result(double perSecond, long p50Micros, long p99Micros, long cpuMicros) {
        static Result of(long[] nanos, double seconds, Duration cpu) {
            Arrays.sort(nanos);
            return new Result(
                    nanos.length / seconds,
                    nanos[nanos.length / 2] / 1000,
                    nanos[(int) (nanos.length * 0.99)] / 1000,
                    cpu.toNanos() / 1000 / nanos.length);
        }

        /** In a line of text, with the ratio to another one. */
        String against(Result base) {
            return String.format(
                    Locale.ROOT,
                    "%8.0f/s  p50 %6d us  p99 %6d us  cpu %5d us  ratio %.2f (cpu %.2f)",
                    perSecond,
                    p50Micros,
                    p99Micros,
                    cpuMicros,
                    perSecond / base.perSecond,
                    (double) cpuMicros / base.cpuMicros);
        }
    }

    /** Sends each request once. */
    static void each(Endpoint endpoint, List<SignedRequest> requests) throws InterruptedException {
        Queue<SignedRequest> left = new ConcurrentLinkedQueue<>(requests);
        onConnections(FILLING_CONNECTIONS, i -> () -> {
            try (Connection connection = new Connection(endpoint)) {
                for (SignedRequest next = left.poll(); next != null; next = left.poll()) {
                    connection.call(next);
                }
            }
            return 0;
        });
    }

    static Result run(Endpoint endpoint, List<SignedRequest> requests, int connections, double seconds)
            throws InterruptedException {
        Duration before = endpoint.cpuTime();
        List<long[]> times = onConnections(connections, i -> () -> client(endpoint, requests, i, connections, seconds));
        Duration cpu = endpoint.cpuTime().minus(before);
        return Result.of(times.stream().flatMapToLong(LongStream::of).toArray(), seconds, cpu);
    }

    private static <T> List<T> onConnections(int connections, IntFunction<Callable<T>> client)
            throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(connections);
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> future : pool.invokeAll(
                    IntStream.range(0, connections).mapToObj(client).toList())) {
                results.add(future.get());
            }
            return results;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause().getMessage(), e);
        } finally {
            pool.shutdownNow();
        }
    }

    private static long[] client(
            Endpoint endpoint, List<SignedRequest> requests, int number, int connections, double seconds)
            throws IOException {
        long[] nanos = new long[1 << 16];
        int count = 0;
        long end = System.nanoTime() + (long) (seconds * 1e9);
        int at = number * (requests.size() / connections);
        try (Connection connection = new Connection(endpoint)) {
            for (long start = System.nanoTime(); start < end; ) {
                connection.call(requests.get(at++ % requests.size()));
                long now = System.nanoTime();
                if (count == nanos.length) {
                    nanos = Arrays.copyOf(nanos, count * 2);
                }
                nanos[count++] = now - start;
                start = now;
            }
        }
        return Arrays.copyOf(nanos, count);
    }
}
