package org.extenddb.it.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.IdempotentParameterMismatchException;
import software.amazon.awssdk.services.dynamodb.model.ItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ReturnItemCollectionMetrics;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Transactions as an application makes them. */
class TransactionIT {
    private final DynamoDbClient client = AwsClient.dynamoDb();
    private final String plain = Tables.hashOnly(client, "transaction");
    private final String indexed = Tables.indexed(client, "transaction");

    @Test
    void transactWriteItems_everyAction_acrossTablesAndIndexes() {
        put("gone", 1);
        put("checked", 7);

        TransactWriteItemsResponse response = client.transactWriteItems(
                r -> r.transactItems(putIndexed("p", 1, "open"), update("counter"), delete("gone"), check("checked", 7))
                        .returnConsumedCapacity(ReturnConsumedCapacity.INDEXES)
                        .returnItemCollectionMetrics(ReturnItemCollectionMetrics.SIZE));

        assertThat(response.consumedCapacity())
                .extracting(ConsumedCapacity::tableName, ConsumedCapacity::writeCapacityUnits)
                .containsExactly(tuple(indexed, 4.0), tuple(plain, 6.0));
        assertThat(response.consumedCapacity()
                        .get(0)
                        .globalSecondaryIndexes()
                        .get("by_status")
                        .writeCapacityUnits())
                .isEqualTo(2.0);
        assertThat(response.itemCollectionMetrics().get(indexed)).hasSize(1);
        assertThat(number("counter")).isEqualTo(1);
        assertThat(number("gone")).isZero();
        assertThat(client.query(r -> r.tableName(indexed)
                                .indexName("by_status")
                                .keyConditionExpression("#s = :s")
                                .expressionAttributeNames(Map.of("#s", "status"))
                                .expressionAttributeValues(Map.of(":s", Tables.s("open"))))
                        .items())
                .hasSize(1);
    }

    @Test
    void transactWriteItems_oneConditionFails_nothingHappensAndEveryActionHasItsReason() {
        put("present", 3);

        assertThatThrownBy(() -> client.transactWriteItems(r -> r.transactItems(
                        update("untouched"),
                        TransactWriteItem.builder()
                                .put(p -> p.tableName(plain)
                                        .item(item("present", 4))
                                        .conditionExpression("attribute_not_exists(pk)")
                                        .returnValuesOnConditionCheckFailure(
                                                ReturnValuesOnConditionCheckFailure.ALL_OLD))
                                .build())))
                .isInstanceOf(TransactionCanceledException.class)
                .hasMessageContaining(
                        "Transaction cancelled, please refer cancellation reasons for specific reasons [None, ConditionalCheckFailed]")
                .asInstanceOf(type(TransactionCanceledException.class))
                .satisfies(cancelled -> {
                    assertThat(cancelled.cancellationReasons())
                            .extracting(CancellationReason::code)
                            .containsExactly("None", "ConditionalCheckFailed");
                    assertThat(cancelled.cancellationReasons().get(1).message())
                            .isEqualTo("The conditional request failed");
                    assertThat(cancelled.cancellationReasons().get(1).item()).isEqualTo(item("present", 3));
                });
        assertThat(number("untouched")).isZero();
    }

    @Test
    void transactWriteItems_sameToken_isWrittenOnce() {
        TransactWriteItemsRequest request = TransactWriteItemsRequest.builder()
                .transactItems(update("once"))
                .clientRequestToken(UUID.randomUUID().toString())
                .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                .build();

        ConsumedCapacity first =
                client.transactWriteItems(request).consumedCapacity().get(0);
        ConsumedCapacity again =
                client.transactWriteItems(request).consumedCapacity().get(0);

        assertThat(first.writeCapacityUnits()).isEqualTo(2.0);
        assertThat(again.readCapacityUnits()).isEqualTo(2.0);
        assertThat(again.writeCapacityUnits()).isNull();
        assertThat(number("once")).isEqualTo(1);
        assertThatThrownBy(() -> client.transactWriteItems(
                        request.toBuilder().transactItems(update("twice")).build()))
                .isInstanceOf(IdempotentParameterMismatchException.class);
        assertThat(number("twice")).isZero();
    }

    @Test
    void transactWriteItems_hundredActions_areTheMost() {
        List<TransactWriteItem> hundred =
                IntStream.range(0, 100).mapToObj(i -> update("many" + i)).toList();

        client.transactWriteItems(r -> r.transactItems(hundred));

        assertThat(number("many99")).isEqualTo(1);
        assertThatThrownBy(() -> client.transactWriteItems(
                        r -> r.transactItems(Stream.concat(hundred.stream(), Stream.of(update("more")))
                                .toList())))
                .isInstanceOf(DynamoDbException.class)
                .hasMessageContaining("Member must have length less than or equal to 100");
    }

    @Test
    void transactWriteItems_invalidRequests_areRefusedInDynamoDbsWords() {
        assertThatThrownBy(() -> client.transactWriteItems(r -> r.transactItems(update("a"), delete("a"))))
                .hasMessageContaining("Transaction request cannot include multiple operations on one item");
        assertThatThrownBy(() -> client.transactWriteItems(
                        r -> r.transactItems(TransactWriteItem.builder().build())))
                .hasMessageContaining(
                        "Invalid Request: TransactWriteRequest should contain Delete or Put or Update request");
        assertThatThrownBy(() -> client.transactWriteItems(r -> r.transactItems(TransactWriteItem.builder()
                        .delete(d -> d.tableName("not.there").key(Map.of("pk", Tables.s("a"))))
                        .build())))
                .isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void transactGetItems_presentAbsentAndProjected() {
        put("here", 5);

        List<ItemResponse> responses = client.transactGetItems(
                        r -> r.transactItems(get("here", null), get("not here", null), get("here2", "n")))
                .responses();

        assertThat(responses.get(0).item()).isEqualTo(item("here", 5));
        assertThat(responses.get(1).hasItem()).isFalse();
        assertThat(responses.get(2).hasItem()).isFalse();
        assertThatThrownBy(() -> client.transactGetItems(r -> r.transactItems(get("here", null), get("here", "n"))))
                .hasMessageContaining("Transaction request cannot include multiple operations on one item");
    }

    private TransactGetItem get(String pk, @Nullable String projection) {
        return TransactGetItem.builder()
                .get(g -> g.tableName(plain).key(Map.of("pk", Tables.s(pk))).projectionExpression(projection))
                .build();
    }

    private TransactWriteItem update(String pk) {
        return TransactWriteItem.builder()
                .update(u -> u.tableName(plain)
                        .key(Map.of("pk", Tables.s(pk)))
                        .updateExpression("ADD n :one")
                        .expressionAttributeValues(Map.of(":one", Tables.n(1))))
                .build();
    }

    private TransactWriteItem delete(String pk) {
        return TransactWriteItem.builder()
                .delete(d -> d.tableName(plain).key(Map.of("pk", Tables.s(pk))))
                .build();
    }

    private TransactWriteItem check(String pk, long expected) {
        return TransactWriteItem.builder()
                .conditionCheck(c -> c.tableName(plain)
                        .key(Map.of("pk", Tables.s(pk)))
                        .conditionExpression("n = :n")
                        .expressionAttributeValues(Map.of(":n", Tables.n(expected))))
                .build();
    }

    private TransactWriteItem putIndexed(String pk, long sk, String status) {
        return TransactWriteItem.builder()
                .put(p -> p.tableName(indexed)
                        .item(Map.of("pk", Tables.s(pk), "sk", Tables.n(sk), "status", Tables.s(status))))
                .build();
    }

    private void put(String pk, long n) {
        client.putItem(r -> r.tableName(plain).item(item(pk, n)));
    }

    private static Map<String, AttributeValue> item(String pk, long n) {
        return Map.of("pk", Tables.s(pk), "n", Tables.n(n));
    }

    private long number(String pk) {
        Map<String, AttributeValue> item = client.getItem(
                        r -> r.tableName(plain).key(Map.of("pk", Tables.s(pk))).consistentRead(true))
                .item();
        return item.containsKey("n") ? Long.parseLong(item.get("n").n()) : 0;
    }
}
