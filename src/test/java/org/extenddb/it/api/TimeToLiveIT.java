package org.extenddb.it.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.OperationType;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;

/** Time to live by the AWS SDK. */
class TimeToLiveIT {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final DynamoDbClient client = AwsClient.dynamoDb();
    private final String table = Tables.hashOnly(client, "ttl");

    private void put(String pk, Duration fromNow) {
        long expires = Instant.now().plus(fromNow).getEpochSecond();
        client.putItem(r -> r.tableName(table).item(Map.of("pk", Tables.s(pk), "expires", Tables.n(expires))));
    }

    private void enable(boolean enabled) {
        client.updateTimeToLive(r -> r.tableName(table)
                .timeToLiveSpecification(s -> s.enabled(enabled).attributeName("expires")));
    }

    @Test
    void items_thatHaveExpired_go_andTheStreamNamesTheService() throws InterruptedException {
        String arn = client.updateTable(r -> r.tableName(table)
                        .streamSpecification(s -> s.streamEnabled(true).streamViewType(StreamViewType.OLD_IMAGE)))
                .tableDescription()
                .latestStreamArn();
        put("before", Duration.ofMinutes(-1));
        put("future", Duration.ofHours(1));
        enable(true);
        put("after", Duration.ofMinutes(-1));
        assertThat(client.describeTimeToLive(r -> r.tableName(table))
                        .timeToLiveDescription()
                        .timeToLiveStatus())
                .isEqualTo(TimeToLiveStatus.ENABLED);
        assertThatThrownBy(() -> enable(true))
                .isInstanceOf(DynamoDbException.class)
                .hasMessageContaining("TimeToLive is already enabled");

        long end = System.nanoTime() + PATIENCE.toNanos();
        while (left().size() > 1 && System.nanoTime() - end < 0) {
            Thread.sleep(500);
        }

        assertThat(left()).containsExactly("future");
        client.updateTable(r -> r.tableName(table).streamSpecification(s -> s.streamEnabled(false)));
        StreamConsumer consumer = new StreamConsumer(AwsClient.streams(), arn);
        while (!consumer.isDone()) {
            consumer.turn();
        }
        List<Record> removed = consumer.records().stream()
                .filter(record -> record.eventName() == OperationType.REMOVE)
                .toList();
        assertThat(removed).hasSize(2).allSatisfy(record -> {
            assertThat(record.userIdentity().principalId()).isEqualTo("dynamodb.amazonaws.com");
            assertThat(record.userIdentity().type()).isEqualTo("Service");
            assertThat(record.dynamodb().oldImage()).containsKey("expires");
        });
        assertThat(consumer.records().get(0).userIdentity()).isNull();
    }

    private List<String> left() {
        return client.scan(r -> r.tableName(table)).items().stream()
                .map(item -> item.get("pk"))
                .map(AttributeValue::s)
                .toList();
    }
}
