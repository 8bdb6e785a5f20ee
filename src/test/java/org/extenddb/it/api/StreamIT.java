package org.extenddb.it.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.OperationType;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.StreamStatus;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** Streams by the AWS SDK, on a server whose shards are closed after five seconds. */
class StreamIT {
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
        return new StreamConsumer(streams, arn).untilDone(Duration.ofMinutes(3));
    }
}
