package org.extenddb.it.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.extenddb.it.server.ServerUnderTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.AttributeValueUpdate;
import software.amazon.awssdk.services.dynamodb.model.ComparisonOperator;
import software.amazon.awssdk.services.dynamodb.model.Condition;
import software.amazon.awssdk.services.dynamodb.model.ConditionCheck;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ExpectedAttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.Select;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AccessKey;

/**
 * What somebody tries, by the AWS SDK, whose policy leaves one leading key or some attributes. The same item is another's, or has an
 * attribute {@code secret}; each attack is one way to read it, to find out about it, or to change it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FineGrainedIT {
    private static final AttributeValue MINE = AttributeValue.fromS("mine");
    private static final AttributeValue OTHER = AttributeValue.fromS("other");
    private static final Map<String, AttributeValue> MY_KEY = Map.of("pk", MINE, "sk", AttributeValue.fromN("1"));
    private static final Map<String, AttributeValue> OTHER_KEY = Map.of("pk", OTHER, "sk", AttributeValue.fromN("1"));
    private static final Map<String, AttributeValue> VALUE = Map.of(":v", AttributeValue.fromS("x"));

    private final ServerUnderTest server = ServerUnderTest.started();
    private final String suffix = UUID.randomUUID().toString().substring(0, 8);
    private String table;
    private DynamoDbClient byKey;
    private DynamoDbClient byAttribute;

    @BeforeAll
    void fill() {
        DynamoDbClient owner = AwsClient.dynamoDb();
        table = Tables.indexed(owner, "fine");
        for (Map<String, AttributeValue> key : List.of(MY_KEY, OTHER_KEY)) {
            owner.putItem(r -> r.tableName(table)
                    .item(Map.of(
                            "pk", key.get("pk"),
                            "sk", key.get("sk"),
                            "status", AttributeValue.fromS("open"),
                            "city", AttributeValue.fromS("Bern"),
                            "secret", AttributeValue.fromS("x"))));
        }
        byKey = user("key-" + suffix, "'ForAllValues:StringEquals':{'dynamodb:LeadingKeys':['mine']}");
        byAttribute = user(
                "attribute-" + suffix,
                "'ForAllValues:StringEquals':{'dynamodb:Attributes':['pk','sk','city','status']},"
                        + "'StringEqualsIfExists':{'dynamodb:Select':'SPECIFIC_ATTRIBUTES',"
                        + "'dynamodb:ReturnValues':['NONE','UPDATED_OLD','UPDATED_NEW']}");
    }

    private DynamoDbClient user(String name, String condition) {
        String policy = "{'Version':'2012-10-17','Statement':[{'Effect':'Allow','Action':'dynamodb:*','Resource':"
                + "['arn:aws:dynamodb:*:*:table/" + table + "','arn:aws:dynamodb:*:*:table/" + table
                + "/index/*'],'Condition':{" + condition + "}}]}";
        try (IamClient iam = AwsClient.iam(server)) {
            iam.createUser(r -> r.userName(name));
            iam.putUserPolicy(r -> r.userName(name).policyName("fine").policyDocument(policy.replace('\'', '"')));
            AccessKey key = iam.createAccessKey(r -> r.userName(name)).accessKey();
            return AwsClient.of(server, AwsBasicCredentials.create(key.accessKeyId(), key.secretAccessKey()));
        }
    }

    private static void assertDenied(DynamoDbClient client, Consumer<DynamoDbClient> attack) {
        Throwable thrown = catchThrowable(() -> attack.accept(client));
        assertThat(thrown)
                .isInstanceOfSatisfying(
                        DynamoDbException.class,
                        e -> assertThat(e.awsErrorDetails().errorCode())
                                .as(e.getMessage())
                                .isEqualTo("AccessDeniedException"));
    }

    private static List<DynamicTest> tests(DynamoDbClient client, Map<String, Consumer<DynamoDbClient>> attacks) {
        return attacks.entrySet().stream()
                .map(attack -> DynamicTest.dynamicTest(attack.getKey(), () -> assertDenied(client, attack.getValue())))
                .toList();
    }

    // ---- leading keys

    @Test
    void leadingKey_ofOnesOwn_isAllowed() {
        assertThatCode(() -> {
                    byKey.getItem(r -> r.tableName(table).key(MY_KEY));
                    byKey.query(r -> r.tableName(table)
                            .keyConditionExpression("pk = :p")
                            .expressionAttributeValues(Map.of(":p", MINE)));
                    byKey.batchGetItem(r -> r.requestItems(Map.of(table, keys(List.of(MY_KEY)))));
                    byKey.transactGetItems(r -> r.transactItems(get(MY_KEY)));
                    byKey.putItem(r -> r.tableName(table).item(MY_KEY));
                })
                .doesNotThrowAnyException();
    }

    @TestFactory
    List<DynamicTest> leadingKey_ofAnother_isDenied() {
        Map<String, Consumer<DynamoDbClient>> attacks = new LinkedHashMap<>();
        attacks.put("GetItem", c -> c.getItem(r -> r.tableName(table).key(OTHER_KEY)));
        attacks.put(
                "GetItem, projection",
                c -> c.getItem(r -> r.tableName(table).key(OTHER_KEY).projectionExpression("sk")));
        attacks.put(
                "Query",
                c -> c.query(r -> r.tableName(table)
                        .keyConditionExpression("pk = :p")
                        .expressionAttributeValues(Map.of(":p", OTHER))));
        attacks.put(
                "Query, KeyConditions",
                c -> c.query(r -> r.tableName(table)
                        .keyConditions(Map.of(
                                "pk",
                                Condition.builder()
                                        .comparisonOperator(ComparisonOperator.EQ)
                                        .attributeValueList(OTHER)
                                        .build()))));
        attacks.put(
                "Query, count",
                c -> c.query(r -> r.tableName(table)
                        .select(Select.COUNT)
                        .keyConditionExpression("pk = :p")
                        .expressionAttributeValues(Map.of(":p", OTHER))));
        attacks.put(
                "Query of a local index",
                c -> c.query(r -> r.tableName(table)
                        .indexName("by_city")
                        .keyConditionExpression("pk = :p")
                        .expressionAttributeValues(Map.of(":p", OTHER))));
        attacks.put(
                "Query of a global index, where others' items are",
                c -> c.query(r -> r.tableName(table)
                        .indexName("by_status")
                        .keyConditionExpression("#s = :p")
                        .expressionAttributeNames(Map.of("#s", "status"))
                        .expressionAttributeValues(Map.of(":p", AttributeValue.fromS("open")))));
        attacks.put("Scan", c -> c.scan(r -> r.tableName(table)));
        attacks.put(
                "Scan, filtered to one's own",
                c -> c.scan(r ->
                        r.tableName(table).filterExpression("pk = :p").expressionAttributeValues(Map.of(":p", MINE))));
        attacks.put("Scan of an index", c -> c.scan(r -> r.tableName(table).indexName("by_status")));
        attacks.put(
                "BatchGetItem",
                c -> c.batchGetItem(r -> r.requestItems(Map.of(table, keys(List.of(MY_KEY, OTHER_KEY))))));
        attacks.put("TransactGetItems", c -> c.transactGetItems(r -> r.transactItems(get(MY_KEY), get(OTHER_KEY))));
        attacks.put("PutItem", c -> c.putItem(r -> r.tableName(table).item(OTHER_KEY)));
        attacks.put(
                "PutItem, old values",
                c -> c.putItem(r -> r.tableName(table).item(OTHER_KEY).returnValues(ReturnValue.ALL_OLD)));
        attacks.put(
                "UpdateItem",
                c -> c.updateItem(r -> r.tableName(table)
                        .key(OTHER_KEY)
                        .updateExpression("SET a = :v")
                        .expressionAttributeValues(VALUE)));
        attacks.put("DeleteItem", c -> c.deleteItem(r -> r.tableName(table).key(OTHER_KEY)));
        attacks.put(
                "BatchWriteItem",
                c -> c.batchWriteItem(r -> r.requestItems(Map.of(
                        table,
                        List.of(WriteRequest.builder()
                                .deleteRequest(d -> d.key(OTHER_KEY))
                                .build())))));
        attacks.put(
                "TransactWriteItems, condition check",
                c -> c.transactWriteItems(r -> r.transactItems(
                        put(MY_KEY), check(b -> b.key(OTHER_KEY).conditionExpression("attribute_exists(pk)")))));
        attacks.put("TransactWriteItems, put", c -> c.transactWriteItems(r -> r.transactItems(put(OTHER_KEY))));
        return tests(byKey, attacks);
    }

    // ---- attributes

    @Test
    void attributes_thatAreOpen_areAllowed() {
        assertThatCode(() -> {
                    byAttribute.getItem(r -> r.tableName(table).key(OTHER_KEY).projectionExpression("pk, city"));
                    byAttribute.query(r -> r.tableName(table)
                            .keyConditionExpression("pk = :p")
                            .projectionExpression("sk, city")
                            .filterExpression("city = :c")
                            .expressionAttributeValues(Map.of(":p", OTHER, ":c", AttributeValue.fromS("Bern"))));
                    byAttribute.scan(r -> r.tableName(table).projectionExpression("pk"));
                    byAttribute.updateItem(r -> r.tableName(table)
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
        return tests(byAttribute, attacks);
    }

    private Map<String, Consumer<DynamoDbClient>> readsOfSecret() {
        Map<String, Consumer<DynamoDbClient>> attacks = new LinkedHashMap<>();
        attacks.put("GetItem, whole", c -> c.getItem(r -> r.tableName(table).key(OTHER_KEY)));
        attacks.put(
                "GetItem, projection",
                c -> c.getItem(r -> r.tableName(table).key(OTHER_KEY).projectionExpression("pk, secret")));
        attacks.put(
                "GetItem, placeholder",
                c -> c.getItem(r -> r.tableName(table)
                        .key(OTHER_KEY)
                        .projectionExpression("#s")
                        .expressionAttributeNames(Map.of("#s", "secret"))));
        attacks.put(
                "GetItem, AttributesToGet",
                c -> c.getItem(r -> r.tableName(table).key(OTHER_KEY).attributesToGet("secret")));
        attacks.put(
                "GetItem, path",
                c -> c.getItem(r -> r.tableName(table).key(OTHER_KEY).projectionExpression("secret.a[0]")));
        attacks.put(
                "Query, filter",
                c -> c.query(r -> r.tableName(table)
                        .keyConditionExpression("pk = :p")
                        .projectionExpression("sk")
                        .filterExpression("begins_with(secret, :v)")
                        .expressionAttributeValues(Map.of(":p", OTHER, ":v", AttributeValue.fromS("x")))));
        attacks.put(
                "Query, QueryFilter",
                c -> c.query(r -> r.tableName(table)
                        .attributesToGet("sk")
                        .keyConditions(Map.of("pk", equal(OTHER)))
                        .queryFilter(Map.of("secret", equal(AttributeValue.fromS("x"))))));
        attacks.put(
                "Query, whole",
                c -> c.query(r -> r.tableName(table)
                        .keyConditionExpression("pk = :p")
                        .expressionAttributeValues(Map.of(":p", OTHER))));
        attacks.put(
                "Scan, filter and count",
                c -> c.scan(r -> r.tableName(table).select(Select.COUNT).filterExpression("attribute_exists(secret)")));
        attacks.put("Scan, whole", c -> c.scan(r -> r.tableName(table)));
        attacks.put(
                "BatchGetItem",
                c -> c.batchGetItem(r -> r.requestItems(Map.of(
                        table,
                        KeysAndAttributes.builder()
                                .keys(List.of(OTHER_KEY))
                                .projectionExpression("secret")
                                .build()))));
        attacks.put(
                "TransactGetItems",
                c -> c.transactGetItems(r -> r.transactItems(TransactGetItem.builder()
                        .get(g -> g.tableName(table).key(OTHER_KEY).projectionExpression("secret"))
                        .build())));
        return attacks;
    }

    private Map<String, Consumer<DynamoDbClient>> writesAroundSecret() {
        Map<String, Consumer<DynamoDbClient>> attacks = new LinkedHashMap<>();
        attacks.put(
                "PutItem of it",
                c -> c.putItem(r -> r.tableName(table)
                        .item(Map.of(
                                "pk", MINE, "sk", AttributeValue.fromN("1"), "secret", AttributeValue.fromS("y")))));
        attacks.put(
                "PutItem, condition",
                c -> c.putItem(r -> r.tableName(table)
                        .item(MY_KEY)
                        .conditionExpression("secret = :v")
                        .expressionAttributeValues(VALUE)));
        attacks.put(
                "PutItem, Expected",
                c -> c.putItem(r -> r.tableName(table)
                        .item(MY_KEY)
                        .expected(Map.of(
                                "secret",
                                ExpectedAttributeValue.builder()
                                        .value(AttributeValue.fromS("x"))
                                        .build()))));
        attacks.put(
                "PutItem, old values",
                c -> c.putItem(r -> r.tableName(table).item(MY_KEY).returnValues(ReturnValue.ALL_OLD)));
        attacks.put(
                "UpdateItem that copies it",
                c -> c.updateItem(r -> r.tableName(table).key(MY_KEY).updateExpression("SET city = secret")));
        attacks.put(
                "UpdateItem by if_not_exists",
                c -> c.updateItem(r -> r.tableName(table)
                        .key(MY_KEY)
                        .updateExpression("SET city = if_not_exists(secret, :v)")
                        .expressionAttributeValues(VALUE)));
        attacks.put(
                "UpdateItem that removes it",
                c -> c.updateItem(r -> r.tableName(table).key(MY_KEY).updateExpression("REMOVE secret")));
        attacks.put(
                "UpdateItem, AttributeUpdates",
                c -> c.updateItem(r -> r.tableName(table)
                        .key(MY_KEY)
                        .attributeUpdates(Map.of(
                                "secret",
                                AttributeValueUpdate.builder()
                                        .value(AttributeValue.fromS("y"))
                                        .build()))));
        attacks.put(
                "UpdateItem, all new values",
                c -> c.updateItem(r -> r.tableName(table)
                        .key(MY_KEY)
                        .updateExpression("SET city = :v")
                        .expressionAttributeValues(VALUE)
                        .returnValues(ReturnValue.ALL_NEW)));
        attacks.put(
                "DeleteItem, condition",
                c -> c.deleteItem(
                        r -> r.tableName(table).key(MY_KEY).conditionExpression("attribute_not_exists(secret)")));
        attacks.put(
                "DeleteItem, values when the condition fails",
                c -> c.deleteItem(r -> r.tableName(table)
                        .key(MY_KEY)
                        .conditionExpression("attribute_not_exists(city)")
                        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)));
        attacks.put(
                "TransactWriteItems, condition check",
                c -> c.transactWriteItems(r -> r.transactItems(check(
                        b -> b.key(MY_KEY).conditionExpression("secret > :v").expressionAttributeValues(VALUE)))));
        attacks.put(
                "BatchWriteItem of it",
                c -> c.batchWriteItem(r -> r.requestItems(Map.of(
                        table,
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

    private static Condition equal(AttributeValue value) {
        return Condition.builder()
                .comparisonOperator(ComparisonOperator.EQ)
                .attributeValueList(value)
                .build();
    }

    private static KeysAndAttributes keys(List<Map<String, AttributeValue>> keys) {
        return KeysAndAttributes.builder().keys(keys).build();
    }

    private TransactGetItem get(Map<String, AttributeValue> key) {
        return TransactGetItem.builder().get(g -> g.tableName(table).key(key)).build();
    }

    private TransactWriteItem put(Map<String, AttributeValue> item) {
        return TransactWriteItem.builder()
                .put(p -> p.tableName(table).item(item))
                .build();
    }

    private TransactWriteItem check(Consumer<ConditionCheck.Builder> check) {
        return TransactWriteItem.builder()
                .conditionCheck(b -> check.accept(b.tableName(table)))
                .build();
    }
}
