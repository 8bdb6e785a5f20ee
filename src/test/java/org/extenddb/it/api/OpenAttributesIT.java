package org.extenddb.it.api;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.extenddb.it.api.FineGrained.MINE;
import static org.extenddb.it.api.FineGrained.MY_KEY;
import static org.extenddb.it.api.FineGrained.OTHER;
import static org.extenddb.it.api.FineGrained.OTHER_KEY;
import static org.extenddb.it.api.FineGrained.VALUE;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.AttributeValueUpdate;
import software.amazon.awssdk.services.dynamodb.model.ExpectedAttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.Select;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItem;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** What somebody tries, by the AWS SDK, whose policy leaves some attributes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenAttributesIT {
    private FineGrained fine;

    @BeforeAll
    void begin() {
        fine = new FineGrained("'ForAllValues:StringEquals':{'dynamodb:Attributes':['pk','sk','city','status']},"
                + "'StringEqualsIfExists':{'dynamodb:Select':'SPECIFIC_ATTRIBUTES',"
                + "'dynamodb:ReturnValues':['NONE','UPDATED_OLD','UPDATED_NEW']}");
    }

    @Test
    void attributes_thatAreOpen_areAllowed() {
        assertThatCode(() -> {
                    fine.client.getItem(
                            r -> r.tableName(fine.table).key(OTHER_KEY).projectionExpression("pk, city"));
                    fine.client.query(r -> r.tableName(fine.table)
                            .keyConditionExpression("pk = :p")
                            .projectionExpression("sk, city")
                            .filterExpression("city = :c")
                            .expressionAttributeValues(Map.of(":p", OTHER, ":c", AttributeValue.fromS("Bern"))));
                    fine.client.scan(r -> r.tableName(fine.table).projectionExpression("pk"));
                    fine.client.updateItem(r -> r.tableName(fine.table)
                            .key(MY_KEY)
                            .updateExpression("SET city = :v")
                            .expressionAttributeValues(VALUE)
                            .returnValues(ReturnValue.UPDATED_NEW));
                })
                .doesNotThrowAnyException();
    }

    @TestFactory
    List<DynamicTest> attribute_thatIsNot_isDenied() {
        Map<String, Consumer<DynamoDbClient>> attacks = new LinkedHashMap<>(readsOfSecret());
        attacks.putAll(writesAroundSecret());
        return fine.denied(attacks);
    }

    private Map<String, Consumer<DynamoDbClient>> readsOfSecret() {
        Map<String, Consumer<DynamoDbClient>> attacks = new LinkedHashMap<>();
        attacks.put(
                "GetItem, whole", c -> c.getItem(r -> r.tableName(fine.table).key(OTHER_KEY)));
        attacks.put(
                "GetItem, projection",
                c -> c.getItem(r -> r.tableName(fine.table).key(OTHER_KEY).projectionExpression("pk, secret")));
        attacks.put(
                "GetItem, placeholder",
                c -> c.getItem(r -> r.tableName(fine.table)
                        .key(OTHER_KEY)
                        .projectionExpression("#s")
                        .expressionAttributeNames(Map.of("#s", "secret"))));
        attacks.put(
                "GetItem, AttributesToGet",
                c -> c.getItem(r -> r.tableName(fine.table).key(OTHER_KEY).attributesToGet("secret")));
        attacks.put(
                "GetItem, path",
                c -> c.getItem(r -> r.tableName(fine.table).key(OTHER_KEY).projectionExpression("secret.a[0]")));
        attacks.put(
                "Query, filter",
                c -> c.query(r -> r.tableName(fine.table)
                        .keyConditionExpression("pk = :p")
                        .projectionExpression("sk")
                        .filterExpression("begins_with(secret, :v)")
                        .expressionAttributeValues(Map.of(":p", OTHER, ":v", AttributeValue.fromS("x")))));
        attacks.put(
                "Query, QueryFilter",
                c -> c.query(r -> r.tableName(fine.table)
                        .attributesToGet("sk")
                        .keyConditions(Map.of("pk", FineGrained.equal(OTHER)))
                        .queryFilter(Map.of("secret", FineGrained.equal(AttributeValue.fromS("x"))))));
        attacks.put(
                "Query, whole",
                c -> c.query(r -> r.tableName(fine.table)
                        .keyConditionExpression("pk = :p")
                        .expressionAttributeValues(Map.of(":p", OTHER))));
        attacks.put(
                "Scan, filter and count",
                c -> c.scan(r ->
                        r.tableName(fine.table).select(Select.COUNT).filterExpression("attribute_exists(secret)")));
        attacks.put("Scan, whole", c -> c.scan(r -> r.tableName(fine.table)));
        attacks.put(
                "BatchGetItem",
                c -> c.batchGetItem(r -> r.requestItems(Map.of(
                        fine.table,
                        KeysAndAttributes.builder()
                                .keys(List.of(OTHER_KEY))
                                .projectionExpression("secret")
                                .build()))));
        attacks.put(
                "TransactGetItems",
                c -> c.transactGetItems(r -> r.transactItems(TransactGetItem.builder()
                        .get(g -> g.tableName(fine.table).key(OTHER_KEY).projectionExpression("secret"))
                        .build())));
        return attacks;
    }

    private Map<String, Consumer<DynamoDbClient>> writesAroundSecret() {
        Map<String, Consumer<DynamoDbClient>> attacks = new LinkedHashMap<>();
        attacks.put(
                "PutItem of it",
                c -> c.putItem(r -> r.tableName(fine.table)
                        .item(Map.of(
                                "pk", MINE, "sk", AttributeValue.fromN("1"), "secret", AttributeValue.fromS("y")))));
        attacks.put(
                "PutItem, condition",
                c -> c.putItem(r -> r.tableName(fine.table)
                        .item(MY_KEY)
                        .conditionExpression("secret = :v")
                        .expressionAttributeValues(VALUE)));
        attacks.put(
                "PutItem, Expected",
                c -> c.putItem(r -> r.tableName(fine.table)
                        .item(MY_KEY)
                        .expected(Map.of(
                                "secret",
                                ExpectedAttributeValue.builder()
                                        .value(AttributeValue.fromS("x"))
                                        .build()))));
        attacks.put(
                "PutItem, old values",
                c -> c.putItem(r -> r.tableName(fine.table).item(MY_KEY).returnValues(ReturnValue.ALL_OLD)));
        attacks.put(
                "UpdateItem that copies it",
                c -> c.updateItem(r -> r.tableName(fine.table).key(MY_KEY).updateExpression("SET city = secret")));
        attacks.put(
                "UpdateItem by if_not_exists",
                c -> c.updateItem(r -> r.tableName(fine.table)
                        .key(MY_KEY)
                        .updateExpression("SET city = if_not_exists(secret, :v)")
                        .expressionAttributeValues(VALUE)));
        attacks.put(
                "UpdateItem that removes it",
                c -> c.updateItem(r -> r.tableName(fine.table).key(MY_KEY).updateExpression("REMOVE secret")));
        attacks.put(
                "UpdateItem, AttributeUpdates",
                c -> c.updateItem(r -> r.tableName(fine.table)
                        .key(MY_KEY)
                        .attributeUpdates(Map.of(
                                "secret",
                                AttributeValueUpdate.builder()
                                        .value(AttributeValue.fromS("y"))
                                        .build()))));
        attacks.put(
                "UpdateItem, all new values",
                c -> c.updateItem(r -> r.tableName(fine.table)
                        .key(MY_KEY)
                        .updateExpression("SET city = :v")
                        .expressionAttributeValues(VALUE)
                        .returnValues(ReturnValue.ALL_NEW)));
        attacks.put(
                "DeleteItem, condition",
                c -> c.deleteItem(
                        r -> r.tableName(fine.table).key(MY_KEY).conditionExpression("attribute_not_exists(secret)")));
        attacks.put(
                "DeleteItem, values when the condition fails",
                c -> c.deleteItem(r -> r.tableName(fine.table)
                        .key(MY_KEY)
                        .conditionExpression("attribute_not_exists(city)")
                        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)));
        attacks.put(
                "TransactWriteItems, condition check",
                c -> c.transactWriteItems(r -> r.transactItems(fine.check(
                        b -> b.key(MY_KEY).conditionExpression("secret > :v").expressionAttributeValues(VALUE)))));
        attacks.put(
                "BatchWriteItem of it",
                c -> c.batchWriteItem(r -> r.requestItems(Map.of(
                        fine.table,
                        List.of(WriteRequest.builder()
                                .putRequest(p -> p.item(Map.of(
                                        "pk",
                                        MINE,
                                        "sk",
                                        AttributeValue.fromN("1"),
                                        "secret",
                                        AttributeValue.fromS("y"))))
                                .build())))));
        return attacks;
    }
}
