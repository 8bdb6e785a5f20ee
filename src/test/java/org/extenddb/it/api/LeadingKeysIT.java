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
import software.amazon.awssdk.services.dynamodb.model.ComparisonOperator;
import software.amazon.awssdk.services.dynamodb.model.Condition;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.Select;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** What somebody tries, by the AWS SDK, whose policy leaves one leading key. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LeadingKeysIT {
    private FineGrained fine;

    @BeforeAll
    void begin() {
        fine = new FineGrained("'ForAllValues:StringEquals':{'dynamodb:LeadingKeys':['mine']}");
    }

    @Test
    void leadingKey_ofOnesOwn_isAllowed() {
        assertThatCode(() -> {
                    fine.client.getItem(r -> r.tableName(fine.table).key(MY_KEY));
                    fine.client.query(r -> r.tableName(fine.table)
                            .keyConditionExpression("pk = :p")
                            .expressionAttributeValues(Map.of(":p", MINE)));
                    fine.client.batchGetItem(
                            r -> r.requestItems(Map.of(fine.table, FineGrained.keys(List.of(MY_KEY)))));
                    fine.client.transactGetItems(r -> r.transactItems(fine.get(MY_KEY)));
                    fine.client.putItem(r -> r.tableName(fine.table).item(MY_KEY));
                })
                .doesNotThrowAnyException();
    }

    @TestFactory
    List<DynamicTest> leadingKey_ofAnother_isDenied() {
        Map<String, Consumer<DynamoDbClient>> attacks = new LinkedHashMap<>();
        attacks.put("GetItem", c -> c.getItem(r -> r.tableName(fine.table).key(OTHER_KEY)));
        attacks.put(
                "GetItem, projection",
                c -> c.getItem(r -> r.tableName(fine.table).key(OTHER_KEY).projectionExpression("sk")));
        attacks.put(
                "Query",
                c -> c.query(r -> r.tableName(fine.table)
                        .keyConditionExpression("pk = :p")
                        .expressionAttributeValues(Map.of(":p", OTHER))));
        attacks.put(
                "Query, KeyConditions",
                c -> c.query(r -> r.tableName(fine.table)
                        .keyConditions(Map.of(
                                "pk",
                                Condition.builder()
                                        .comparisonOperator(ComparisonOperator.EQ)
                                        .attributeValueList(OTHER)
                                        .build()))));
        attacks.put(
                "Query, count",
                c -> c.query(r -> r.tableName(fine.table)
                        .select(Select.COUNT)
                        .keyConditionExpression("pk = :p")
                        .expressionAttributeValues(Map.of(":p", OTHER))));
        attacks.put(
                "Query of a local index",
                c -> c.query(r -> r.tableName(fine.table)
                        .indexName("by_city")
                        .keyConditionExpression("pk = :p")
                        .expressionAttributeValues(Map.of(":p", OTHER))));
        attacks.put(
                "Query of a global index, where others' items are",
                c -> c.query(r -> r.tableName(fine.table)
                        .indexName("by_status")
                        .keyConditionExpression("#s = :p")
                        .expressionAttributeNames(Map.of("#s", "status"))
                        .expressionAttributeValues(Map.of(":p", AttributeValue.fromS("open")))));
        attacks.put("Scan", c -> c.scan(r -> r.tableName(fine.table)));
        attacks.put(
                "Scan, filtered to one's own",
                c -> c.scan(r -> r.tableName(fine.table)
                        .filterExpression("pk = :p")
                        .expressionAttributeValues(Map.of(":p", MINE))));
        attacks.put("Scan of an index", c -> c.scan(r -> r.tableName(fine.table).indexName("by_status")));
        attacks.put(
                "BatchGetItem",
                c -> c.batchGetItem(
                        r -> r.requestItems(Map.of(fine.table, FineGrained.keys(List.of(MY_KEY, OTHER_KEY))))));
        attacks.put(
                "TransactGetItems",
                c -> c.transactGetItems(r -> r.transactItems(fine.get(MY_KEY), fine.get(OTHER_KEY))));
        attacks.put("PutItem", c -> c.putItem(r -> r.tableName(fine.table).item(OTHER_KEY)));
        attacks.put(
                "PutItem, old values",
                c -> c.putItem(r -> r.tableName(fine.table).item(OTHER_KEY).returnValues(ReturnValue.ALL_OLD)));
        attacks.put(
                "UpdateItem",
                c -> c.updateItem(r -> r.tableName(fine.table)
                        .key(OTHER_KEY)
                        .updateExpression("SET a = :v")
                        .expressionAttributeValues(VALUE)));
        attacks.put("DeleteItem", c -> c.deleteItem(r -> r.tableName(fine.table).key(OTHER_KEY)));
        attacks.put(
                "BatchWriteItem",
                c -> c.batchWriteItem(r -> r.requestItems(Map.of(
                        fine.table,
                        List.of(WriteRequest.builder()
                                .deleteRequest(d -> d.key(OTHER_KEY))
                                .build())))));
        attacks.put(
                "TransactWriteItems, condition check",
                c -> c.transactWriteItems(r -> r.transactItems(
                        fine.put(MY_KEY),
                        fine.check(b -> b.key(OTHER_KEY).conditionExpression("attribute_exists(pk)")))));
        attacks.put("TransactWriteItems, put", c -> c.transactWriteItems(r -> r.transactItems(fine.put(OTHER_KEY))));
        return fine.denied(attacks);
    }
}
