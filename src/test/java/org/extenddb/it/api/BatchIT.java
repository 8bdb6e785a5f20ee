package org.extenddb.it.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ReturnItemCollectionMetrics;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Batches, as the SDK sends them to the built server. */
class BatchIT {
    private static final int WRITES = 25;
    private static final int READS = 100;
    private static final int CLIENTS = 8;

    private final DynamoDbClient client = AwsClient.dynamoDb();
    private final String table = Tables.indexed(client, "batch");

    @Test
    void batchWriteItem_putsAndDeletes_reachTableAndIndexes() {
        for (int from = 0; from < READS; from += WRITES) {
            assertThat(write(IntStream.range(from, from + WRITES)
                                    .mapToObj(BatchIT::put)
                                    .toList())
                            .hasUnprocessedItems())
                    .isTrue(); // the member is there, and empty
        }
        write(IntStream.range(0, WRITES).mapToObj(BatchIT::delete).toList());

        BatchGetItemResponse read = client.batchGetItem(r -> r.requestItems(Map.of(
                table, keys(IntStream.range(0, READS)).consistentRead(true).build())));
        assertThat(read.responses().get(table))
                .containsExactlyElementsOf(IntStream.range(WRITES, READS)
                        .mapToObj(i -> Tables.passenger("p", i))
                        .toList());
        assertThat(read.hasUnprocessedKeys()).isTrue();
        assertThat(read.unprocessedKeys()).isEmpty();
        assertThat(client.query(r -> r.tableName(table)
                                .indexName("by_status")
                                .keyConditionExpression("#s = :s")
                                .expressionAttributeNames(Map.of("#s", "status"))
                                .expressionAttributeValues(Map.of(":s", Tables.s("boarded"))))
                        .count())
                .isEqualTo(37);
    }

    @Test
    void batchWriteItem_reports_capacityAndCollections() {
        write(List.of(put(1)));

        BatchWriteItemResponse response =
                client.batchWriteItem(r -> r.requestItems(Map.of(table, List.of(put(1), put(2), delete(3))))
                        .returnConsumedCapacity(ReturnConsumedCapacity.INDEXES)
                        .returnItemCollectionMetrics(ReturnItemCollectionMetrics.SIZE));

        ConsumedCapacity used = response.consumedCapacity().get(0);
        assertThat(used.table().capacityUnits()).isEqualTo(3);
        assertThat(used.globalSecondaryIndexes().get("by_status").capacityUnits())
                .isEqualTo(1);
        assertThat(used.localSecondaryIndexes().get("by_city").capacityUnits()).isEqualTo(1);
        assertThat(used.capacityUnits()).isEqualTo(5);
        assertThat(response.itemCollectionMetrics().get(table)).hasSize(1);
    }

    @Test
    void batchGetItem_projectionByTable_returnsOnlyWhatWasAsked() {
        String other = Tables.hashOnly(client, "batch");
        write(List.of(put(1)));
        client.batchWriteItem(r -> r.requestItems(Map.of(
                other,
                List.of(WriteRequest.builder()
                        .putRequest(p -> p.item(Map.of("pk", Tables.s("a"), "v", Tables.n(1))))
                        .build()))));

        BatchGetItemResponse read = client.batchGetItem(r -> r.requestItems(Map.of(
                table,
                keys(IntStream.of(1))
                        .projectionExpression("#n")
                        .expressionAttributeNames(Map.of("#n", "name"))
                        .build(),
                other,
                KeysAndAttributes.builder()
                        .keys(List.of(Map.of("pk", Tables.s("a"))))
                        .build())));

        assertThat(read.responses())
                .isEqualTo(Map.of(
                        table, List.of(Map.of("name", Tables.s("passenger 1"))),
                        other, List.of(Map.of("pk", Tables.s("a"), "v", Tables.n(1)))));
    }

    @Test
    void batchWriteItem_oneItemTwice_isRefusedAndWritesNothing() {
        assertThatThrownBy(() -> write(List.of(put(1), put(2), delete(1))))
                .isInstanceOf(DynamoDbException.class)
                .hasMessageContaining("Provided list of item keys contains duplicates");

        assertThat(client.scan(r -> r.tableName(table)).count()).isZero();
    }

    /** The same keys in another order from each client: none fails, and every item is in the end one that was written. */
    @Test
    void batchWriteItem_sameKeysAtOnce_neverFails() throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        List<Callable<Integer>> work = new ArrayList<>();
        for (int c = 0; c < CLIENTS; c++) {
            Random random = new Random(c);
            work.add(() -> {
                for (int round = 0; round < 20; round++) {
                    List<WriteRequest> batch = random.ints(0, 40)
                            .distinct()
                            .limit(WRITES)
                            .mapToObj(i -> random.nextInt(3) == 0 ? delete(i) : put(i))
                            .toList();
                    assertThat(write(batch).unprocessedItems()).isEmpty();
                }
                return 0;
            });
        }
        for (Future<Integer> done : clients.invokeAll(work)) {
            done.get();
        }
        clients.shutdown();

        for (Map<String, AttributeValue> item :
                client.scan(r -> r.tableName(table).consistentRead(true)).items()) {
            assertThat(item)
                    .isEqualTo(Tables.passenger(
                            "p", Integer.parseInt(item.get("sk").n())));
        }
    }

    private BatchWriteItemResponse write(List<WriteRequest> requests) {
        return client.batchWriteItem(r -> r.requestItems(Map.of(table, requests)));
    }

    private static WriteRequest put(int i) {
        return WriteRequest.builder()
                .putRequest(p -> p.item(Tables.passenger("p", i)))
                .build();
    }

    private static WriteRequest delete(int i) {
        return WriteRequest.builder().deleteRequest(d -> d.key(key(i))).build();
    }

    private static KeysAndAttributes.Builder keys(IntStream items) {
        return KeysAndAttributes.builder().keys(items.mapToObj(BatchIT::key).toList());
    }

    private static Map<String, AttributeValue> key(int i) {
        return Map.of("pk", Tables.s("p"), "sk", Tables.n(i));
    }
}
