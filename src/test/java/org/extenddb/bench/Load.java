package org.extenddb.bench;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Drives one kind of request over a number of connections for a time, each connection as fast as the server answers. */
final class Load {
    private Load() {}

    /** Requests a second and latency percentiles in microseconds. */
    record Result(double perSecond, long p50Micros, long p99Micros) {
        static Result of(long[] nanos, double seconds) {
            Arrays.sort(nanos);
            return new Result(
                    nanos.length / seconds, nanos[nanos.length / 2] / 1000, nanos[(int) (nanos.length * 0.99)] / 1000);
        }
    }

    static Result run(Endpoint endpoint, List<SignedRequest> requests, int connections, double seconds)
            throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(connections);
        try {
            List<Callable<long[]>> clients = IntStream.range(0, connections)
                    .mapToObj(i -> (Callable<long[]>) () -> client(endpoint, requests, i, connections, seconds))
                    .toList();
            long[] all = new long[0];
            for (Future<long[]> future : pool.invokeAll(clients)) {
                long[] one = future.get();
                int at = all.length;
                all = Arrays.copyOf(all, at + one.length);
                System.arraycopy(one, 0, all, at, one.length);
            }
            return Result.of(all, seconds);
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    endpoint.name() + ": " + e.getCause().getMessage(), e);
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
