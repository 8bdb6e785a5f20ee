package org.extenddb.it.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Predicate;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/** One item that sixteen clients count up through two servers: its number is that of the acknowledged requests, to the last one. */
final class HotItem {
    private static final int WRITERS = 16;
    private static final Map<String, AttributeValue> KEY = Numbers.key("hot");

    private static final Function<String, TransactWriteItem> ADD_ONE = name -> TransactWriteItem.builder()
            .update(u -> u.tableName(name)
                    .key(KEY)
                    .updateExpression("ADD n :one")
                    .expressionAttributeValues(Map.of(":one", Numbers.number(1))))
            .build();

    private final String table;
    private final List<DynamoDbClient> servers;
    private long counted;

    HotItem(String table, List<DynamoDbClient> servers) {
        this.table = table;
        this.servers = servers;
        Numbers.createTable(servers.get(0), table);
    }

    /** False when there was a conflict, and nothing written. */
    boolean add(DynamoDbClient client) {
        try {
            client.updateItem(r -> r.tableName(table)
                    .key(KEY)
                    .updateExpression("ADD n :one")
                    .expressionAttributeValues(Map.of(":one", Numbers.number(1))));
            return true;
        } catch (TransactionConflictException e) {
            return false;
        }
    }

    /** False when there was a conflict, and nothing written. */
    boolean addInTransaction(DynamoDbClient client) {
        try {
            client.transactWriteItems(r -> r.transactItems(ADD_ONE.apply(table)));
            return true;
        } catch (TransactionCanceledException e) {
            assertThat(e.cancellationReasons()).allMatch(reason -> reason.code().equals("TransactionConflict"));
            return false;
        }
    }

    void assertExact(String what, Duration length, Predicate<DynamoDbClient> add) throws Exception {
        AtomicLong done = new AtomicLong();
        AtomicLong conflicts = new AtomicLong();
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        long end = System.nanoTime() + length.toNanos();
        List<Future<?>> work = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            DynamoDbClient server = servers.get(i % servers.size());
            work.add(writers.submit(() -> {
                while (System.nanoTime() < end) {
                    (add.test(server) ? done : conflicts).incrementAndGet();
                }
            }));
        }
        for (Future<?> future : work) {
            future.get();
        }
        writers.shutdown();
        counted += done.get();
        System.out.printf(
                "one item, 16 writers, %s: %d a second, %.2f %% conflicts%n",
                what, done.get() / length.toSeconds(), 100.0 * conflicts.get() / (done.get() + conflicts.get()));
        assertThat(Numbers.number(
                        servers.get(0)
                                .getItem(r -> r.tableName(table).key(KEY).consistentRead(true))
                                .item(),
                        "n"))
                .isEqualTo(counted);
    }
}
