package org.extenddb.it.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.extenddb.it.admin.Rest.Answer;
import org.extenddb.it.api.AwsClient;
import org.extenddb.it.server.ServerUnderTest;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BackupStatus;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** What items were, and backups of another installation, by the administration. */
class HistoryIT {
    private static final String KEY = "{\"pk\":{\"S\":\"a\"}}";

    private final ServerUnderTest server = ServerUnderTest.started();
    private final Rest rest = Rest.signedIn(server);
    private final DynamoDbClient client = AwsClient.withoutRetries(server);
    private final String table = "history-" + Long.toString(System.nanoTime(), 36);
    private final String account;

    HistoryIT() {
        client.createTable(r -> r.tableName(table)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .keySchema(KeySchemaElement.builder()
                        .attributeName("pk")
                        .keyType(KeyType.HASH)
                        .build())
                .attributeDefinitions(AttributeDefinition.builder()
                        .attributeName("pk")
                        .attributeType(ScalarAttributeType.S)
                        .build()));
        client.waiter().waitUntilTableExists(r -> r.tableName(table));
        account =
                client.describeTable(r -> r.tableName(table)).table().tableArn().split(":")[4];
    }

    @Test
    void versions_ofAnItem_sayWhatItWasWhenAndWhatChanged() {
        assertThat(versions().status()).isEqualTo(409);
        client.updateContinuousBackups(
                r -> r.tableName(table).pointInTimeRecoverySpecification(s -> s.pointInTimeRecoveryEnabled(true)));
        put(Map.of("v", AttributeValue.fromN("1"), "w", AttributeValue.fromS("same")));
        put(Map.of("v", AttributeValue.fromN("2"), "w", AttributeValue.fromS("same")));
        client.deleteItem(r -> r.tableName(table).key(Map.of("pk", AttributeValue.fromS("a"))));

        Answer answer = versions();

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        List<JsonNode> versions = answer.json().getJsonArray("items");
        assertThat(versions).hasSize(4);
        assertThat(versions.get(0).asObject()).doesNotContainKey("item").doesNotContainKey("until");
        assertThat(versions.get(1).asObject().get("differences").asArray())
                .singleElement()
                .hasToString("{\"attribute\": \"v\",\"before\": {\"N\": \"1\"},\"after\": {\"N\": \"2\"}}");
        Answer then = rest.send(
                "POST",
                path("item"),
                "{\"key\":" + KEY + ",\"time\":\""
                        + versions.get(1).asObject().get("since").asString() + "\"}");
        assertThat(then.json().getJsonObject("item").getJsonObject("v").getString("N"))
                .isEqualTo("2");
        Answer future = rest.send(
                "POST",
                path("item"),
                "{\"key\":" + KEY + ",\"time\":\"" + Instant.now().plusSeconds(60) + "\"}");
        assertThat(future.status()).isEqualTo(400);
        assertThat(rest.send("POST", path("item"), "{\"key\":{\"pk\":{\"N\":\"1\"}},\"time\":\"now\"}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void backup_thatIsKnownOrNotThere_isNotRegistered() throws InterruptedException {
        put(Map.of("v", AttributeValue.fromN("1")));
        String arn = client.createBackup(r -> r.tableName(table).backupName("elsewhere"))
                .backupDetails()
                .backupArn();
        while (client.describeBackup(r -> r.backupArn(arn))
                        .backupDescription()
                        .backupDetails()
                        .backupStatus()
                == BackupStatus.CREATING) {
            Thread.sleep(100);
        }
        String id = arn.substring(arn.lastIndexOf('/') + 1);
        String objects =
                "{\"bucket\":\"extenddb-backups\",\"prefix\":\"" + account + "/us-east-1/" + table + "/" + id + "\"}";
        String backups = "accounts/" + account + "/regions/us-east-1/backups";

        assertThat(rest.send("POST", backups, objects).status())
                .as("known already")
                .isEqualTo(409);
        assertThat(rest.send("POST", backups, objects.replace(id, "none")).status())
                .isEqualTo(400);
        assertThat(new Rest(server, null).send("POST", backups, objects).status())
                .isEqualTo(401);
    }

    private Answer versions() {
        return rest.send("POST", path("versions"), "{\"key\":" + KEY + "}");
    }

    private String path(String what) {
        return "accounts/" + account + "/regions/us-east-1/tables/" + table + "/history/" + what;
    }

    private void put(Map<String, AttributeValue> attributes) {
        Map<String, AttributeValue> item = new HashMap<>(attributes);
        item.put("pk", AttributeValue.fromS("a"));
        client.putItem(r -> r.tableName(table).item(item));
    }
}
