package org.extenddb.it.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.extenddb.it.api.AwsClient;
import org.extenddb.it.api.StreamConsumer;
import org.extenddb.it.server.ServerUnderTest;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.StreamRecord;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** What a table's stream told of each item: from absent to what it is now, without a gap, a repetition or a step back. */
final class ItemChains {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private ItemChains() {}

    /** Ends the stream, so that there is an end to read to. */
    static void assertComplete(ServerUnderTest server, DynamoDbClient client, String table) {
        String arn = client.describeTable(r -> r.tableName(table)).table().latestStreamArn();
        client.updateTable(r -> r.tableName(table).streamSpecification(s -> s.streamEnabled(false)));
        Map<String, Map<String, AttributeValue>> last = new HashMap<>();
        try (DynamoDbStreamsClient streams = AwsClient.streams(server)) {
            List<Record> records = new StreamConsumer(streams, arn).untilDone(PATIENCE);
            assertThat(records).isNotEmpty();
            for (Record change : records) {
                StreamRecord record = change.dynamodb();
                Map<String, AttributeValue> before = record.hasOldImage() ? record.oldImage() : Map.of();
                Map<String, AttributeValue> after = record.hasNewImage() ? record.newImage() : Map.of();
                Map<String, AttributeValue> was =
                        last.put(record.keys().get("pk").s(), after);
                assertThat(before).isEqualTo(was == null ? Map.of() : was);
            }
        }
        last.values().removeIf(Map::isEmpty);
        Map<String, Map<String, AttributeValue>> items = new HashMap<>();
        client.scanPaginator(r -> r.tableName(table).consistentRead(true))
                .items()
                .forEach(item -> items.put(item.get("pk").s(), item));
        assertThat(last).isEqualTo(items);
    }
}
