package org.extenddb.storage.jpa.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.extenddb.core.storage.StorageUnavailableException;
import org.junit.jupiter.api.Test;

class CombinerTest {
    private static final int THREADS = 8;

    @Test
    void perform_oneCaller_goesAheadAlone() {
        List<List<String>> batches = new ArrayList<>();
        new Combiner<String>(1, 10, batches::add).perform("a");
        assertThat(batches).containsExactly(List.of("a"));
    }

    @Test
    void perform_whileALaneIsBusy_gathersThoseWhoWait() throws Exception {
        Queue<List<Integer>> batches = new ConcurrentLinkedQueue<>();
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Combiner<Integer> combiner = new Combiner<>(1, 10, batch -> {
            batches.add(batch);
            started.countDown();
            await(goOn);
        });
        ExecutorService pool = Executors.newCachedThreadPool();
        List<Future<?>> callers = new ArrayList<>();
        callers.add(pool.submit(() -> combiner.perform(0)));
        await(started);
        AtomicInteger arrived = new AtomicInteger();
        IntStream.range(1, THREADS)
                .forEach(i -> callers.add(pool.submit(() -> {
                    arrived.incrementAndGet();
                    combiner.perform(i);
                })));
        while (arrived.get() < THREADS - 1 || combiner.waiting() < THREADS - 1) {
            TimeUnit.MILLISECONDS.sleep(1);
        }
        goOn.countDown();
        for (Future<?> caller : callers) {
            caller.get(10, TimeUnit.SECONDS);
        }
        pool.shutdown();
        assertThat(batches).hasSize(2);
        assertThat(new ArrayList<>(batches).get(1))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(1, THREADS).boxed().toList());
    }

    @Test
    void perform_manyCallers_doesEachTaskOnceAndInBoundedBatches() throws Exception {
        Queue<Integer> done = new ConcurrentLinkedQueue<>();
        AtomicInteger largest = new AtomicInteger();
        Combiner<Integer> combiner = new Combiner<>(2, 3, batch -> {
            largest.accumulateAndGet(batch.size(), Math::max);
            done.addAll(batch);
        });
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        List<Future<?>> callers = new ArrayList<>();
        IntStream.range(0, 2000).forEach(i -> callers.add(pool.submit(() -> combiner.perform(i))));
        for (Future<?> caller : callers) {
            caller.get(10, TimeUnit.SECONDS);
        }
        pool.shutdown();
        assertThat(done)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 2000).boxed().toList());
        assertThat(largest.get()).isLessThanOrEqualTo(3);
    }

    @Test
    void perform_workFails_tellsTheCallerAndGoesOn() {
        Combiner<String> combiner = new Combiner<>(1, 10, batch -> {
            if (batch.contains("bad")) {
                throw new AssertionError("broken");
            }
        });
        assertThatThrownBy(() -> combiner.perform("bad"))
                .isInstanceOf(StorageUnavailableException.class)
                .hasMessage("broken");
        combiner.perform("good");
        assertThat(combiner.waiting()).isZero();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
