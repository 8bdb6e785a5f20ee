package org.extenddb.it.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.OperationType;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardFilterType;
import software.amazon.awssdk.services.dynamodb.model.StreamStatus;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** Streams by the AWS SDK, on a server whose shards are closed after five seconds. */
class StreamIT {
    private static final int WRITERS = 8;
    private static final int ITEMS = 5;

    private final DynamoDbClient client = AwsClient.dynamoDb();
    private final DynamoDbStreamsClient streams = AwsClient.streams();
    private final String table = Tables.hashOnly(client, "streams");

    private String enable() {
        return client.updateTable(r -> r.tableName(table)
                        .streamSpecification(
                                s -> s.streamEnabled(true).streamViewType(StreamViewType.NEW_AND_OLD_IMAGES)))
                .tableDescription()
                .latestStreamArn();
    }

    private void disable() {
        client.updateTable(r -> r.tableName(table).streamSpecification(s -> s.streamEnabled(false)));
    }

    private Map<String, AttributeValue> item(String pk, String value) {
        return Map.of("pk", Tables.s(pk), "v", Tables.s(value));
    }

    @Test
    void stream_everyKindOfWrite_isRecordedInOrder() {
        String arn = enable();
        client.putItem(r -> r.tableName(table).item(item("a", "1")));
        client.updateItem(r -> r.tableName(table)
                .key(Map.of("pk", Tables.s("a")))
                .updateExpression("SET v = :v")
                .expressionAttributeValues(Map.of(":v", Tables.s("2"))));
        client.putItem(r -> r.tableName(table).item(item("a", "2")));
        client.batchWriteItem(r -> r.requestItems(Map.of(
                table,
                List.of(WriteRequest.builder()
                        .putRequest(PutRequest.builder().item(item("a", "3")).build())
                        .build()))));
        client.transactWriteItems(r -> r.transactItems(TransactWriteItem.builder()
                .put(Put.builder().tableName(table).item(item("a", "4")).build())
                .build()));
        client.deleteItem(r -> r.tableName(table).key(Map.of("pk", Tables.s("a"))));
        client.deleteItem(r -> r.tableName(table).key(Map.of("pk", Tables.s("a"))));
        disable();

        List<Record> records = readAll(arn);
        assertThat(records.stream().map(Record::eventName))
                .containsExactly(
                        OperationType.INSERT,
                        OperationType.MODIFY,
                        OperationType.MODIFY,
                        OperationType.MODIFY,
                        OperationType.REMOVE);
        Record second = records.get(1);
        assertThat(second.dynamodb().keys()).isEqualTo(Map.of("pk", Tables.s("a")));
        assertThat(second.dynamodb().oldImage()).isEqualTo(item("a", "1"));
        assertThat(second.dynamodb().newImage()).isEqualTo(item("a", "2"));
        assertThat(second.dynamodb().approximateCreationDateTime()).isNotNull();
        assertThat(second.dynamodb().sizeBytes()).isEqualTo(3 + 5 + 5);
        assertThat(second.awsRegion()).isEqualTo("us-east-1");
        assertThat(second.eventSource()).isEqualTo("aws:dynamodb");
        assertThat(records.stream().map(Record::eventID))
                .doesNotHaveDuplicates()
                .allMatch(id -> id.length() == 32);
    }

    /** Eight writers, one reader, shards that close meanwhile: an item's records form one chain from its first to its last state. */
    @Test
    void stream_writersAndRotation_everyChangeOnceAndInOrder() throws Exception {
        String arn = enable();
        Duration time = Duration.ofSeconds(Long.getLong("extenddb.soak.seconds", 12));
        long end = System.nanoTime() + time.toNanos();
        StreamConsumer consumer = new StreamConsumer(streams, arn);
        ExecutorService executor = Executors.newFixedThreadPool(WRITERS);
        try {
            List<Future<Integer>> writers = IntStream.range(0, WRITERS)
                    .mapToObj(writer -> executor.submit(() -> writeUntil(end, writer)))
                    .toList();
            while (System.nanoTime() - end < 0) {
                consumer.turn();
            }
            int acknowledged = sum(writers);
            disable();
            while (!consumer.isDone()) {
                consumer.turn();
            }
            assertThat(consumer.records()).hasSize(acknowledged);
        } finally {
            executor.shutdownNow();
        }
        Map<String, Map<String, AttributeValue>> last = new HashMap<>();
        for (Record record : consumer.records()) {
            String pk = record.dynamodb().keys().get("pk").s();
            Map<String, AttributeValue> before =
                    record.dynamodb().hasOldImage() ? record.dynamodb().oldImage() : null;
            assertThat(before).isEqualTo(last.get(pk));
            last.put(pk, record.dynamodb().newImage());
        }
        for (int i = 0; i < ITEMS; i++) {
            String pk = "i" + i;
            assertThat(client.getItem(r -> r.tableName(table)
                                    .key(Map.of("pk", Tables.s(pk)))
                                    .consistentRead(true))
                            .item())
                    .isEqualTo(last.get(pk));
        }
        assertShardsAreAFamily(arn, consumer.shards());
    }

    private int writeUntil(long end, int writer) {
        int writes = 0;
        while (System.nanoTime() - end < 0) {
            String value = writer + "-" + writes++;
            client.putItem(r -> r.tableName(table).item(item("i" + Math.floorMod(value.hashCode(), ITEMS), value)));
        }
        return writes;
    }

    private static int sum(List<Future<Integer>> writers)
            throws InterruptedException, ExecutionException, TimeoutException {
        int sum = 0;
        for (Future<Integer> writer : writers) {
            sum += writer.get(1, TimeUnit.MINUTES);
        }
        return sum;
    }

    /** Parents closed, every one but the last generation with a child that names it. */
    private void assertShardsAreAFamily(String arn, List<Shard> shards) {
        Set<String> known = new HashSet<>();
        assertThat(shards).hasSizeGreaterThan(4);
        for (Shard shard : shards) {
            assertThat(shard.sequenceNumberRange().endingSequenceNumber()).isNotNull();
            assertThat(shard.parentShardId() == null || known.contains(shard.parentShardId()))
                    .isTrue();
            known.add(shard.shardId());
        }
        String first = shards.get(0).shardId();
        assertThat(streams.describeStream(r -> r.streamArn(arn)
                                .shardFilter(f ->
                                        f.type(ShardFilterType.CHILD_SHARDS).shardId(first)))
                        .streamDescription()
                        .shards())
                .singleElement()
                .satisfies(child -> assertThat(child.parentShardId()).isEqualTo(first));
    }

    @Test
    void stream_disabledAndOfADeletedTable_staysReadable() {
        String arn = enable();
        client.putItem(r -> r.tableName(table).item(item("a", "1")));
        assertThatThrownBy(this::enable)
                .isInstanceOf(DynamoDbException.class)
                .hasMessageContaining("Table already has an enabled stream: TableName: " + table);
        client.deleteTable(r -> r.tableName(table));

        assertThat(readAll(arn)).hasSize(1);
        assertThat(streams.describeStream(r -> r.streamArn(arn))
                        .streamDescription()
                        .streamStatus())
                .isEqualTo(StreamStatus.DISABLED);
        assertThat(streams.listStreams(r -> r.tableName(table)).streams())
                .singleElement()
                .satisfies(stream -> assertThat(stream.streamArn()).isEqualTo(arn));
    }

    private List<Record> readAll(String arn) {
        return new StreamConsumer(streams, arn).untilDone(Duration.ofSeconds(30));
    }
}
