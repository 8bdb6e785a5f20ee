package org.extenddb.it.large;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/**
 * Writers, each of which goes round its own items in their order and puts the next version of each. So what all items are follows from how
 * many puts each writer has done, and a state of the table is one if there are such numbers.
 */
final class Rounds {
    static final int WRITERS = 4;
    private static final int RETRY_MILLIS = 200;
    private static final int PATIENCE_MILLIS = 120_000;

    private final DynamoDbClient client;
    private final String table;
    private final int items;
    private final AtomicIntegerArray begun = new AtomicIntegerArray(WRITERS);
    private final AtomicIntegerArray acknowledged = new AtomicIntegerArray(WRITERS);
    private final AtomicBoolean stop = new AtomicBoolean();
    private final Queue<String> wrongs = new ConcurrentLinkedQueue<>();
    private final List<Thread> threads;

    /** @param items a multiple of the number of writers */
    Rounds(DynamoDbClient client, String table, int items) {
        this.client = client;
        this.table = table;
        this.items = items;
        threads = IntStream.range(0, WRITERS)
                .mapToObj(writer -> new Thread(() -> write(writer)))
                .toList();
    }

    /** How many puts of each writer are in a state, at least or at most. */
    record Mark(List<Integer> puts) {
        int total() {
            return puts.stream().mapToInt(Integer::intValue).sum();
        }
    }

    void start() {
        threads.forEach(Thread::start);
    }

    void stop() throws InterruptedException {
        stop.set(true);
        for (Thread thread : threads) {
            thread.join(PATIENCE_MILLIS);
            assertThat(thread.isAlive()).isFalse();
        }
        assertThat(wrongs).isEmpty();
    }

    Mark acknowledged() {
        return mark(acknowledged);
    }

    Mark begun() {
        return mark(begun);
    }

    private static Mark mark(AtomicIntegerArray counts) {
        return new Mark(IntStream.range(0, WRITERS).mapToObj(counts::get).toList());
    }

    /** A put that nobody answered is done again: it is the same item. */
    private void write(int writer) {
        while (!stop.get() && wrongs.isEmpty()) {
            int put = acknowledged.get(writer);
            int own = items / WRITERS;
            begun.set(writer, put + 1);
            while (!put(Numbered.item(put % own * WRITERS + writer, put / own + 1))) {
                pause();
            }
            acknowledged.set(writer, put + 1);
        }
    }

    private boolean put(Map<String, AttributeValue> item) {
        try {
            client.putItem(r -> r.tableName(table).item(item));
            return true;
        } catch (SdkClientException e) {
            return !wrongs.isEmpty();
        } catch (DynamoDbException e) {
            if (e.statusCode() < 500) {
                wrongs.add(e.toString());
            }
            return !wrongs.isEmpty();
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(RETRY_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * That these are the versions of all items after some puts of each writer.
     *
     * @param deletedFrom items from here on were deleted before any writer had put them; -1 is the version of those
     * @param least that are among them
     * @param most that can be among them
     */
    void assertIsAState(int[] versions, int deletedFrom, Mark least, Mark most) {
        int own = items / WRITERS;
        for (int w = 0; w < WRITERS; w++) {
            int writer = w;
            int[] actual = IntStream.range(0, own)
                    .map(i -> versions[i * WRITERS + writer])
                    .toArray();
            int puts =
                    Arrays.stream(actual).map(version -> Math.max(version, 0)).sum();
            assertThat(puts).as("puts of writer " + w).isBetween(least.puts.get(w), most.puts.get(w));
            int[] expected = IntStream.range(0, own)
                    .map(i -> puts / own
                            + (i < puts % own ? 1 : 0)
                            - (i * WRITERS + writer >= deletedFrom && i >= puts ? 1 : 0))
                    .toArray();
            assertThat(Arrays.mismatch(actual, expected))
                    .as("first wrong item of writer " + w)
                    .isEqualTo(-1);
        }
    }
}
