package org.extenddb.it.large;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/** Sixteen clients that read and write items that last, and now and then give one that is to expire a time far away. */
final class ExpiryClients {
    private static final int CLIENTS = 16;
    private static final int LASTING = 2_000;
    private static final int RENEWED_SHARE = 50;
    private static final long FAR_AWAY_SECONDS = 86_400;
    private static final String FILLER = "some text that makes an item as long as many are ".repeat(4);

    private final DynamoDbClient client;
    private final String table;
    private final int expiring;
    private final Set<String> renewed = ConcurrentHashMap.newKeySet();
    private final Queue<String> wrongs = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean renewing = new AtomicBoolean(true);
    private final AtomicBoolean stop = new AtomicBoolean();
    private final Queue<Long> nanos = new ConcurrentLinkedQueue<>();
    private final List<Thread> threads;

    /** @param expiring how many items there are that expire */
    ExpiryClients(DynamoDbClient client, String table, int expiring) {
        this.client = client;
        this.table = table;
        this.expiring = expiring;
        threads = IntStream.range(0, CLIENTS)
                .mapToObj(number -> new Thread(() -> work(new Random(number))))
                .toList();
    }

    @FunctionalInterface
    interface Work {
        void run() throws InterruptedException;
    }

    static Map<String, AttributeValue> item(int number, Instant expiry) {
        return Map.of(
                "pk", AttributeValue.fromS(name(number)),
                "expires", AttributeValue.fromN(Long.toString(expiry.getEpochSecond())),
                "filler", AttributeValue.fromS(FILLER));
    }

    private static String name(int number) {
        return "expiring " + number;
    }

    private static String lasting(int number) {
        return "lasting " + number;
    }

    void putLasting() {
        IntStream.range(0, LASTING).forEach(this::put);
    }

    void start() {
        threads.forEach(Thread::start);
    }

    /** Returns when none is under way any more. */
    void stopRenewing() throws InterruptedException {
        renewing.set(false);
        Thread.sleep(1_000);
    }

    void stop() throws InterruptedException {
        stop.set(true);
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(wrongs).isEmpty();
    }

    Set<String> renewed() {
        return renewed;
    }

    Set<String> expectedKeys() {
        Set<String> keys = new HashSet<>(renewed);
        IntStream.range(0, LASTING).forEach(i -> keys.add(lasting(i)));
        return keys;
    }

    private void work(Random random) {
        while (!stop.get() && wrongs.isEmpty()) {
            long begun = System.nanoTime();
            try {
                if (renewing.get() && random.nextInt(RENEWED_SHARE) == 0) {
                    renew(random.nextInt(expiring));
                } else if (random.nextBoolean()) {
                    put(random.nextInt(LASTING));
                } else {
                    get(random.nextInt(LASTING));
                }
            } catch (DynamoDbException e) {
                wrongs.add(e.toString());
            }
            nanos.add(System.nanoTime() - begun);
        }
    }

    private void put(int number) {
        client.putItem(r -> r.tableName(table)
                .item(Map.of("pk", AttributeValue.fromS(lasting(number)), "filler", AttributeValue.fromS(FILLER))));
    }

    private void get(int number) {
        if (!client.getItem(r -> r.tableName(table).key(key(lasting(number))).consistentRead(true))
                .hasItem()) {
            wrongs.add(lasting(number) + " is gone");
        }
    }

    private void renew(int number) {
        long expiry = Instant.now().getEpochSecond() + FAR_AWAY_SECONDS;
        client.updateItem(r -> r.tableName(table)
                .key(key(name(number)))
                .updateExpression("SET expires = :e")
                .expressionAttributeValues(Map.of(":e", AttributeValue.fromN(Long.toString(expiry)))));
        renewed.add(name(number));
    }

    private static Map<String, AttributeValue> key(String pk) {
        return Map.of("pk", AttributeValue.fromS(pk));
    }

    /** Tells what the clients get done meanwhile. */
    void tell(String when, Work work) throws InterruptedException {
        nanos.clear();
        long begun = System.nanoTime();
        work.run();
        double seconds = (System.nanoTime() - begun) / 1e9;
        long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        System.out.printf(
                Locale.ROOT,
                "clients %s: %,.0f requests/s, median %.1f ms, 99 %% below %.1f ms%n",
                when,
                sorted.length / seconds,
                sorted[sorted.length / 2] / 1e6,
                sorted[sorted.length * 99 / 100] / 1e6);
    }
}
