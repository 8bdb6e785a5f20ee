package org.extenddb.it.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * Sixteen clients update the same ten items. Runs five seconds; {@code -Dextenddb.soak.seconds=60} runs it for a minute.
 */
class ContentionIT {
    private static final int CLIENTS = 16;
    private static final int ITEMS = 10;
    private static final long SECONDS = Long.getLong("extenddb.soak.seconds", 5);

    private final DynamoDbClient client = AwsClient.dynamoDb();
    private final String table = Tables.hashOnly(client, "contention");

    @Test
    void conditionalUpdates_ofTenItems_loseNothing() throws Exception {
        for (int i = 0; i < ITEMS; i++) {
            Map<String, AttributeValue> item = Map.of("pk", pk(i), "total", Tables.n(0), "version", Tables.n(0));
            client.putItem(r -> r.tableName(table).item(item));
        }
        AtomicLongArray acknowledged = new AtomicLongArray(ITEMS);

        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        List<Callable<Void>> work = new ArrayList<>();
        for (int c = 0; c < CLIENTS; c++) {
            Random random = new Random(c);
            work.add(() -> updateUntilTheEnd(random, acknowledged));
        }
        for (Future<Void> done : clients.invokeAll(work)) {
            done.get();
        }
        clients.shutdown();

        long all = 0;
        for (int i = 0; i < ITEMS; i++) {
            int number = i;
            Map<String, AttributeValue> item = client.getItem(r ->
                            r.tableName(table).key(Map.of("pk", pk(number))).consistentRead(true))
                    .item();
            assertThat(Long.parseLong(item.get("total").n())).isEqualTo(acknowledged.get(i));
            all += acknowledged.get(i);
        }
        assertThat(all).isGreaterThan(20);
    }

    /** Half of the updates add blindly, half read first and are conditional on what they read. */
    private Void updateUntilTheEnd(Random random, AtomicLongArray acknowledged) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (System.nanoTime() < end) {
            int item = random.nextInt(ITEMS);
            if (random.nextBoolean() ? addOne(item) : addOneIfUnchanged(item)) {
                acknowledged.incrementAndGet(item);
            }
        }
        return null;
    }

    private boolean addOne(int item) {
        client.updateItem(r -> r.tableName(table)
                .key(Map.of("pk", pk(item)))
                .updateExpression("ADD #t :one, version :one")
                .conditionExpression("attribute_exists(pk)")
                .expressionAttributeNames(Map.of("#t", "total"))
                .expressionAttributeValues(Map.of(":one", Tables.n(1))));
        return true;
    }

    private boolean addOneIfUnchanged(int item) {
        Map<String, AttributeValue> read = client.getItem(
                        r -> r.tableName(table).key(Map.of("pk", pk(item))).consistentRead(true))
                .item();
        try {
            client.updateItem(r -> r.tableName(table)
                    .key(Map.of("pk", pk(item)))
                    .updateExpression("SET #t = :new, version = version + :one")
                    .conditionExpression("version = :seen")
                    .expressionAttributeNames(Map.of("#t", "total"))
                    .expressionAttributeValues(Map.of(
                            ":new", Tables.n(Long.parseLong(read.get("total").n()) + 1),
                            ":one", Tables.n(1),
                            ":seen", read.get("version"))));
            return true;
        } catch (ConditionalCheckFailedException e) {
            return false;
        }
    }

    private static AttributeValue pk(int item) {
        return Tables.s("counter-" + item);
    }
}
