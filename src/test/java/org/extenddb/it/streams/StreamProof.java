package org.extenddb.it.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;

/** Sixty-four writers of one table and one reader of its stream. */
final class StreamProof {
    private static final int WRITERS = 64;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** The Kinesis Client Library takes some seconds for each generation of shards. */
    private static final Duration READING_PATIENCE = PATIENCE.plus(StreamProofIT.LENGTH);

    private final String table = "proof-" + Long.toString(System.nanoTime(), 36);
    private final List<DynamoDbClient> clients;
    private final ChangeLedger ledger = new ChangeLedger();
    private final AtomicBoolean stop = new AtomicBoolean();
    private final List<Thread> writers;

    /** What goes on while they are at work; returns when it is over. */
    @FunctionalInterface
    interface Weather {
        void passes() throws IOException, InterruptedException;
    }

    StreamProof(List<DynamoDbClient> clients) {
        this.clients = clients;
        writers = IntStream.range(0, WRITERS)
                .mapToObj(i -> new Thread(new ChangeWriter(i, table, clients, ledger, stop)))
                .toList();
    }

    ChangeLedger ledger() {
        return ledger;
    }

    /** Answers the ARN of its stream. */
    String createTable() {
        clients.get(0)
                .createTable(r -> r.tableName(table)
                        .billingMode(BillingMode.PAY_PER_REQUEST)
                        .keySchema(KeySchemaElement.builder()
                                .attributeName("pk")
                                .keyType(KeyType.HASH)
                                .build())
                        .attributeDefinitions(AttributeDefinition.builder()
                                .attributeName("pk")
                                .attributeType(ScalarAttributeType.S)
                                .build())
                        .streamSpecification(
                                s -> s.streamEnabled(true).streamViewType(StreamViewType.NEW_AND_OLD_IMAGES)));
        for (DynamoDbClient client : clients) {
            client.waiter().waitUntilTableExists(r -> r.tableName(table));
        }
        return clients.get(0).describeTable(r -> r.tableName(table)).table().latestStreamArn();
    }

    /** The reader reads all the while. */
    void run(ChangeReader reader, Weather weather) throws IOException, InterruptedException {
        AtomicBoolean over = new AtomicBoolean();
        Thread reading = new Thread(() -> {
            while (!over.get()) {
                reader.turn();
            }
        });
        writers.forEach(Thread::start);
        reading.start();
        try {
            weather.passes();
        } finally {
            stop.set(true);
            for (Thread writer : writers) {
                writer.join(PATIENCE.toMillis());
                assertThat(writer.isAlive()).as("a writer hangs").isFalse();
            }
            over.set(true);
            reading.join();
        }
    }

    /** Ends the stream, so that there is an end to read to. */
    void assertComplete(ChangeReader reader) {
        DynamoDbClient client = clients.get(0);
        client.updateTable(r -> r.tableName(table).streamSpecification(s -> s.streamEnabled(false)));
        long deadline = System.nanoTime() + READING_PATIENCE.toNanos();
        while (!reader.isDone()) {
            assertThat(System.nanoTime())
                    .as("the stream comes to its end; " + ledger)
                    .isLessThan(deadline);
            reader.turn();
        }
        Map<String, String> items = new HashMap<>();
        client.scanPaginator(r -> r.tableName(table).consistentRead(true))
                .items()
                .forEach(item -> items.put(item.get("pk").s(), item.get("v").s()));
        System.out.println("stream: " + ledger);
        ledger.assertComplete(items);
    }

    long acknowledged() {
        return ledger.acknowledged.size();
    }
}
