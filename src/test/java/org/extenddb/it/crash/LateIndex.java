package org.extenddb.it.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.CreateGlobalSecondaryIndexAction;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexUpdate;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** The index {@code by_group}, added to a table of many items. */
final class LateIndex {
    static final String NAME = "by_group";

    private static final int BATCH = 25;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final String table;

    LateIndex(String table) {
        this.table = table;
    }

    /** Writes items {@code filled-0} and so on. */
    void fill(DynamoDbClient client, int items) {
        IntStream.rangeClosed(0, (items - 1) / BATCH).parallel().forEach(batch -> {
            List<WriteRequest> puts = IntStream.range(batch * BATCH, Math.min(items, (batch + 1) * BATCH))
                    .mapToObj(LateIndex::put)
                    .toList();
            BatchWriteItemResponse response = client.batchWriteItem(r -> r.requestItems(Map.of(table, puts)));
            assertThat(response.unprocessedItems()).isEmpty();
        });
    }

    private static WriteRequest put(int number) {
        return WriteRequest.builder()
                .putRequest(p -> p.item(Ticket.of("filled-" + number, number + 1)))
                .build();
    }

    void create(DynamoDbClient client) {
        CreateGlobalSecondaryIndexAction index = CreateGlobalSecondaryIndexAction.builder()
                .indexName(NAME)
                .keySchema(key("grp", KeyType.HASH), key("val", KeyType.RANGE))
                .projection(p -> p.projectionType(ProjectionType.ALL))
                .build();
        client.updateTable(r -> r.tableName(table)
                .attributeDefinitions(attribute("grp", ScalarAttributeType.S), attribute("val", ScalarAttributeType.N))
                .globalSecondaryIndexUpdates(
                        GlobalSecondaryIndexUpdate.builder().create(index).build()));
    }

    GlobalSecondaryIndexDescription describe(DynamoDbClient client) {
        return client.describeTable(r -> r.tableName(table))
                .table()
                .globalSecondaryIndexes()
                .get(0);
    }

    void awaitActive(DynamoDbClient client) throws InterruptedException {
        await(() -> describe(client).indexStatusAsString().equals("ACTIVE"));
    }

    void awaitItemCount(DynamoDbClient client, long items) throws InterruptedException {
        await(() -> describe(client).itemCount() == items);
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            Thread.sleep(100);
        }
    }

    private static KeySchemaElement key(String name, KeyType type) {
        return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }

    private static AttributeDefinition attribute(String name, ScalarAttributeType type) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(type)
                .build();
    }
}
