package org.extenddb.it.large;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.extenddb.it.api.AwsClient;
import org.extenddb.it.api.StreamConsumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.OperationType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/**
 * As many items as {@code -Dextenddb.expiry.items} says expire at one second while sixteen clients read and write others and renew some of
 * these: all that were not renewed go, no other does, and the stream names each once as the service's.
 */
@EnabledIfSystemProperty(named = "extenddb.expiry.items", matches = "[0-9]+")
class LargeExpiryIT {
    private static final String TABLE = "expiring";
    private static final int ITEMS = Integer.getInteger("extenddb.expiry.items", 0) / 25 * 25;
    private static final int BATCH = 25;
    private static final int CALM_MILLIS = 10_000;
    private static final Duration LIMIT = Duration.ofMinutes(1);

    private final LongRun run = LongRun.start("large-expiry");
    private final DynamoDbClient client = run.client;

    LargeExpiryIT() throws IOException {}

    @Test
    void items_thatExpireAtOnce_goWithinAMinuteWhileClientsReadAndWrite() throws Exception {
        try (run) {
            String stream = createTable();
            ExpiryClients clients = new ExpiryClients(client, TABLE, ITEMS);
            clients.putLasting();
            Instant expiry = LongRun.timed("filling", ITEMS, this::fill);
            clients.start();
            clients.tell("before", () -> Thread.sleep(CALM_MILLIS));
            assertThat(Instant.now()).as("filled in time").isBefore(expiry);
            clients.tell(
                    "until then",
                    () -> Thread.sleep(Duration.between(Instant.now(), expiry).toMillis()));

            clients.stopRenewing();
            long begun = System.nanoTime();
            LongRun.timed("expiry", ITEMS - clients.renewed().size(), () -> {
                clients.tell(
                        "while items expire",
                        () -> LongRun.until(() -> entries() <= clients.renewed().size()));
                return ITEMS;
            });
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(LIMIT);
            clients.tell("afterwards", () -> Thread.sleep(CALM_MILLIS));
            clients.stop();

            assertThat(keys(null)).isEqualTo(clients.expectedKeys());
            assertThat(keys("by_expiry")).isEqualTo(clients.renewed());
            assertThat(removedByService(stream))
                    .isEqualTo(ITEMS - clients.renewed().size());
            run.tellHeap("afterwards");
        }
    }

    /** How many items have a time at which they expire. */
    private long entries() {
        return client
                .scanPaginator(r -> r.tableName(TABLE).indexName("by_expiry").select("COUNT"))
                .stream()
                .mapToLong(page -> page.count())
                .sum();
    }

    private Set<String> keys(@Nullable String index) {
        Set<String> keys = new HashSet<>();
        client.scanPaginator(r -> r.tableName(TABLE).indexName(index).projectionExpression("pk"))
                .items()
                .forEach(item -> keys.add(item.get("pk").s()));
        return keys;
    }

    /** Answers when all of them expire. */
    private Instant fill() {
        Instant expiry = Instant.now().plusSeconds(30 + ITEMS / 600);
        IntStream.range(0, ITEMS / BATCH).parallel().forEach(batch -> {
            List<WriteRequest> requests = IntStream.range(batch * BATCH, (batch + 1) * BATCH)
                    .mapToObj(i -> WriteRequest.builder()
                            .putRequest(p -> p.item(ExpiryClients.item(i, expiry)))
                            .build())
                    .toList();
            Map<String, List<WriteRequest>> left = Map.of(TABLE, requests);
            while (!left.isEmpty()) {
                Map<String, List<WriteRequest>> now = left;
                left = client.batchWriteItem(r -> r.requestItems(now)).unprocessedItems();
            }
        });
        return expiry;
    }

    /** Answers the ARN of its stream. */
    private String createTable() {
        client.createTable(r -> r.tableName(TABLE)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .keySchema(hash("pk"))
                .attributeDefinitions(
                        attribute("pk", ScalarAttributeType.S), attribute("expires", ScalarAttributeType.N))
                .streamSpecification(s -> s.streamEnabled(true).streamViewType(StreamViewType.KEYS_ONLY))
                .globalSecondaryIndexes(GlobalSecondaryIndex.builder()
                        .indexName("by_expiry")
                        .keySchema(hash("expires"))
                        .projection(p -> p.projectionType(ProjectionType.KEYS_ONLY))
                        .build()));
        client.waiter().waitUntilTableExists(r -> r.tableName(TABLE));
        client.updateTimeToLive(r ->
                r.tableName(TABLE).timeToLiveSpecification(s -> s.enabled(true).attributeName("expires")));
        client.updateContinuousBackups(
                r -> r.tableName(TABLE).pointInTimeRecoverySpecification(s -> s.pointInTimeRecoveryEnabled(true)));
        return client.describeTable(r -> r.tableName(TABLE)).table().latestStreamArn();
    }

    private static AttributeDefinition attribute(String name, ScalarAttributeType type) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(type)
                .build();
    }

    private static KeySchemaElement hash(String name) {
        return KeySchemaElement.builder()
                .attributeName(name)
                .keyType(KeyType.HASH)
                .build();
    }

    /** Each item is told of once. */
    private long removedByService(String stream) {
        client.updateTable(r -> r.tableName(TABLE).streamSpecification(s -> s.streamEnabled(false)));
        Map<String, Integer> removed = new HashMap<>();
        DynamoDbStreamsClient streams = AwsClient.streams(run.server);
        StreamConsumer consumer = new StreamConsumer(() -> streams, stream, change -> {
            if (isByService(change)) {
                removed.merge(change.dynamodb().keys().get("pk").s(), 1, Integer::sum);
            }
        });
        while (!consumer.isDone()) {
            consumer.turn();
        }
        assertThat(removed.values()).containsOnly(1);
        return removed.size();
    }

    private static boolean isByService(Record change) {
        return change.eventName() == OperationType.REMOVE
                && change.userIdentity() != null
                && "dynamodb.amazonaws.com".equals(change.userIdentity().principalId());
    }
}
