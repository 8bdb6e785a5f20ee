package org.extenddb.it.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Several writers at work on one table, and the reckoning after them. */
final class Writers {
    private static final int COUNT = 6;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final String table;
    private final AtomicBoolean stop = new AtomicBoolean();
    private final Queue<String> wrongs = new ConcurrentLinkedQueue<>();
    private final List<Writer> writers;
    private final List<Thread> threads;

    Writers(String table, List<DynamoDbClient> servers) {
        this.table = table;
        writers = IntStream.range(0, COUNT)
                .mapToObj(n -> new Writer(n, table, servers, stop, wrongs))
                .toList();
        threads = writers.stream().map(Thread::new).toList();
        threads.forEach(Thread::start);
    }

    long acknowledged() {
        return writers.stream().mapToLong(w -> w.acknowledged.get()).sum();
    }

    long unanswered() {
        return writers.stream().mapToLong(w -> w.unanswered.get()).sum();
    }

    /** Returns when so many further writes were acknowledged. */
    void awaitProgress(long more) throws InterruptedException {
        long goal = acknowledged() + more;
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (acknowledged() < goal && wrongs.isEmpty()) {
            assertThat(System.nanoTime()).as("writers go on").isLessThan(deadline);
            Thread.sleep(50);
        }
        assertThat(wrongs).isEmpty();
    }

    void stop() throws InterruptedException {
        stop.set(true);
        for (Thread thread : threads) {
            thread.join(PATIENCE.toMillis());
            assertThat(thread.isAlive()).isFalse();
        }
        assertThat(wrongs).isEmpty();
    }

    /** How many items the index holds. */
    long indexed(DynamoDbClient client) {
        return byKey(client, "by_group").size();
    }

    /** Every acknowledged write is there, no other is there in part, and the index holds what the table holds. */
    void assertNothingLost(DynamoDbClient client) {
        Map<String, Map<String, AttributeValue>> items = byKey(client, null);
        for (Writer writer : writers) {
            writer.ledgers().forEach((pk, ledger) -> {
                Map<String, AttributeValue> item = items.get(pk);
                assertThat(ledger.allows(Ticket.value(item)))
                        .as("%s is %s where %s is right", pk, item, ledger)
                        .isTrue();
                assertThat(Ticket.isWhole(pk, item)).as("%s", item).isTrue();
            });
        }
        Map<String, Map<String, AttributeValue>> indexed = new HashMap<>(items);
        indexed.values().removeIf(item -> !item.containsKey("grp"));
        assertThat(indexed).isNotEmpty();
        assertThat(byKey(client, "by_group")).isEqualTo(indexed);
        indexed.values().stream().map(item -> item.get("grp")).distinct().forEach(group -> {
            Map<String, Map<String, AttributeValue>> expected = new HashMap<>(indexed);
            expected.values().removeIf(item -> !item.get("grp").equals(group));
            assertThat(ofGroup(client, group)).isEqualTo(expected);
        });
    }

    private Map<String, Map<String, AttributeValue>> byKey(DynamoDbClient client, @Nullable String index) {
        Map<String, Map<String, AttributeValue>> items = new HashMap<>();
        client.scanPaginator(r -> r.tableName(table).indexName(index).consistentRead(index == null))
                .items()
                .forEach(item -> assertThat(items.put(item.get("pk").s(), item)).isNull());
        return items;
    }

    private Map<String, Map<String, AttributeValue>> ofGroup(DynamoDbClient client, AttributeValue group) {
        Map<String, Map<String, AttributeValue>> items = new HashMap<>();
        client.queryPaginator(r -> r.tableName(table)
                        .indexName("by_group")
                        .keyConditionExpression("grp = :grp")
                        .expressionAttributeValues(Map.of(":grp", group)))
                .items()
                .forEach(item -> assertThat(items.put(item.get("pk").s(), item)).isNull());
        return items;
    }
}
