package org.extenddb.it.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.extenddb.it.server.ServerUnderTest;
import org.junit.jupiter.api.DynamicTest;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ComparisonOperator;
import software.amazon.awssdk.services.dynamodb.model.Condition;
import software.amazon.awssdk.services.dynamodb.model.ConditionCheck;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AccessKey;

/**
 * A table in which the same item is one's own and another's and has an attribute {@code secret}, and somebody whose policy leaves a part of it.
 * Each attack is one way to read the rest, to find out about it, or to change it.
 */
final class FineGrained {
    static final AttributeValue MINE = AttributeValue.fromS("mine");
    static final AttributeValue OTHER = AttributeValue.fromS("other");
    static final Map<String, AttributeValue> MY_KEY = Map.of("pk", MINE, "sk", AttributeValue.fromN("1"));
    static final Map<String, AttributeValue> OTHER_KEY = Map.of("pk", OTHER, "sk", AttributeValue.fromN("1"));
    static final Map<String, AttributeValue> VALUE = Map.of(":v", AttributeValue.fromS("x"));

    final String table;
    final DynamoDbClient client;

    private final ServerUnderTest server = ServerUnderTest.started();

    /** @param condition under which the user may do anything with the table */
    FineGrained(String condition) {
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
        client = user("fine-" + UUID.randomUUID(), condition);
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

    /** One test an attack. */
    List<DynamicTest> denied(Map<String, Consumer<DynamoDbClient>> attacks) {
        return attacks.entrySet().stream()
                .map(attack -> DynamicTest.dynamicTest(attack.getKey(), () -> assertDenied(client, attack.getValue())))
                .toList();
    }

    static Condition equal(AttributeValue value) {
        return Condition.builder()
                .comparisonOperator(ComparisonOperator.EQ)
                .attributeValueList(value)
                .build();
    }

    static KeysAndAttributes keys(List<Map<String, AttributeValue>> keys) {
        return KeysAndAttributes.builder().keys(keys).build();
    }

    TransactGetItem get(Map<String, AttributeValue> key) {
        return TransactGetItem.builder().get(g -> g.tableName(table).key(key)).build();
    }

    TransactWriteItem put(Map<String, AttributeValue> item) {
        return TransactWriteItem.builder()
                .put(p -> p.tableName(table).item(item))
                .build();
    }

    TransactWriteItem check(Consumer<ConditionCheck.Builder> check) {
        return TransactWriteItem.builder()
                .conditionCheck(b -> check.accept(b.tableName(table)))
                .build();
    }
}
