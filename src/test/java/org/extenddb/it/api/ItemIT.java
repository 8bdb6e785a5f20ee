package org.extenddb.it.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/** PutItem, GetItem, UpdateItem and DeleteItem by the AWS SDK. */
class ItemIT {
    private final DynamoDbClient client = AwsClient.dynamoDb();
    private final String table = Tables.hashOnly(client, "items");

    private static Map<String, AttributeValue> key(String pk) {
        return Map.of("pk", Tables.s(pk));
    }

    @Test
    void putItem_everyType_comesBackAsItWas() {
        Map<String, AttributeValue> item = new HashMap<>(key("types"));
        item.put("text", Tables.s("héllo \u0000 \"quoted\" \ud83d\ude80"));
        item.put("number", AttributeValue.fromN("-123456789012345678901234567890.12345678"));
        item.put("bytes", AttributeValue.fromB(SdkBytes.fromByteArray(new byte[] {0, -1, 127})));
        item.put("yes", AttributeValue.fromBool(true));
        item.put("nothing", AttributeValue.fromNul(true));
        item.put("names", AttributeValue.fromSs(List.of("a", "b")));
        item.put("numbers", AttributeValue.fromNs(List.of("-1", "2.5")));
        item.put("binaries", AttributeValue.fromBs(List.of(SdkBytes.fromUtf8String("x"))));
        item.put("list", AttributeValue.fromL(List.of(Tables.n(1), AttributeValue.fromL(List.of()))));
        item.put("map", AttributeValue.fromM(Map.of("inner", AttributeValue.fromM(Map.of()))));

        client.putItem(r -> r.tableName(table).item(item));

        assertThat(client.getItem(r -> r.tableName(table).key(key("types")).consistentRead(true))
                        .item())
                .isEqualTo(item);
    }

    @Test
    void getItem_absent_hasNoItem() {
        assertThat(client.getItem(r -> r.tableName(table).key(key("absent"))).hasItem())
                .isFalse();
    }

    @Test
    void getItem_projection_returnsOnlyWhatWasAsked() {
        client.putItem(r -> r.tableName(table)
                .item(Map.of(
                        "pk",
                        Tables.s("projected"),
                        "a",
                        AttributeValue.fromM(Map.of("b", Tables.n(1), "c", Tables.n(2))),
                        "l",
                        AttributeValue.fromL(List.of(Tables.n(0), Tables.n(1), Tables.n(2))))));

        assertThat(client.getItem(r -> r.tableName(table).key(key("projected")).projectionExpression("a.b, l[2], l[0]"))
                        .item())
                .isEqualTo(Map.of(
                        "a", AttributeValue.fromM(Map.of("b", Tables.n(1))),
                        "l", AttributeValue.fromL(List.of(Tables.n(0), Tables.n(2)))));
    }

    @Test
    void putItem_conditionFails_keepsAndReturnsTheOldItem() {
        client.putItem(r -> r.tableName(table).item(Map.of("pk", Tables.s("taken"), "seat", Tables.s("1A"))));

        assertThatThrownBy(() -> client.putItem(r -> r.tableName(table)
                        .item(key("taken"))
                        .conditionExpression("attribute_not_exists(pk)")
                        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)))
                .asInstanceOf(type(ConditionalCheckFailedException.class))
                .satisfies(e -> {
                    assertThat(e.awsErrorDetails().errorMessage()).isEqualTo("The conditional request failed");
                    assertThat(e.item()).containsEntry("seat", Tables.s("1A"));
                });
    }

    @Test
    void updateItem_everyClause_takesEffectAtOnce() {
        client.putItem(r -> r.tableName(table)
                .item(Map.of(
                        "pk",
                        Tables.s("update"),
                        "count",
                        Tables.n(1),
                        "tags",
                        AttributeValue.fromSs(List.of("old", "kept")),
                        "gone",
                        Tables.s("x"),
                        "log",
                        AttributeValue.fromL(List.of(Tables.s("first"))))));

        Map<String, AttributeValue> after = client.updateItem(r -> r.tableName(table)
                        .key(key("update"))
                        .updateExpression("SET #l = list_append(#l, :more), fresh = if_not_exists(fresh, :v) "
                                + "REMOVE gone ADD #c :two DELETE tags :old")
                        .expressionAttributeNames(Map.of("#l", "log", "#c", "count"))
                        .expressionAttributeValues(Map.of(
                                ":more", AttributeValue.fromL(List.of(Tables.s("second"))),
                                ":v", Tables.s("new"),
                                ":two", Tables.n(2),
                                ":old", AttributeValue.fromSs(List.of("old"))))
                        .returnValues(ReturnValue.ALL_NEW))
                .attributes();

        assertThat(after)
                .isEqualTo(Map.of(
                        "pk", Tables.s("update"),
                        "count", Tables.n(3),
                        "tags", AttributeValue.fromSs(List.of("kept")),
                        "fresh", Tables.s("new"),
                        "log", AttributeValue.fromL(List.of(Tables.s("first"), Tables.s("second")))));
    }

    @Test
    void deleteItem_allOld_returnsTheItemOnce() {
        client.putItem(r -> r.tableName(table).item(key("deleted")));

        assertThat(client.deleteItem(r -> r.tableName(table).key(key("deleted")).returnValues(ReturnValue.ALL_OLD))
                        .attributes())
                .isEqualTo(key("deleted"));
        assertThat(client.deleteItem(r -> r.tableName(table).key(key("deleted")).returnValues(ReturnValue.ALL_OLD))
                        .hasAttributes())
                .isFalse();
    }

    @Test
    void putItem_sizeLimit_isInclusive() {
        // The names pk and f take 3 bytes, the key's value 4.
        AttributeValue filler = Tables.s("x".repeat(409_600 - 7));
        client.putItem(r -> r.tableName(table).item(Map.of("pk", Tables.s("size"), "f", filler)));

        assertThatThrownBy(() -> client.putItem(r ->
                        r.tableName(table).item(Map.of("pk", Tables.s("size"), "f", Tables.s(filler.s() + "x")))))
                .isInstanceOf(DynamoDbException.class)
                .hasMessageContaining("Item size has exceeded the maximum allowed size");
    }

    @Test
    void putItem_missingTable_isResourceNotFound() {
        assertThatThrownBy(
                        () -> client.putItem(r -> r.tableName("no-such-table").item(key("x"))))
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessageContaining("Requested resource not found");
    }
}
