package org.extenddb.it.console;

import java.time.Duration;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.Tag;

/** A table with the key {@code pk} and a tag that no page may take for a script. */
final class ConsoleTable {
    private ConsoleTable() {}

    /** Returns when it is there. */
    static void create(DynamoDbClient client, String name) {
        client.createTable(request -> request.tableName(name)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .tags(Tag.builder().key("note").value("onerror=alert 1").build())
                .attributeDefinitions(AttributeDefinition.builder()
                        .attributeName("pk")
                        .attributeType(ScalarAttributeType.S)
                        .build())
                .keySchema(KeySchemaElement.builder()
                        .attributeName("pk")
                        .keyType(KeyType.HASH)
                        .build()));
        await(client, name);
    }

    /** Returns when it is ACTIVE. The SDK's own waiter looks every twenty seconds. */
    static void await(DynamoDbClient client, String name) {
        client.waiter()
                .waitUntilTableExists(
                        request -> request.tableName(name),
                        often -> often.maxAttempts(600)
                                .backoffStrategyV2(BackoffStrategy.fixedDelayWithoutJitter(Duration.ofMillis(50))));
    }

    /** Returns when there is none of the name. */
    static void awaitGone(DynamoDbClient client, String name) {
        client.waiter()
                .waitUntilTableNotExists(
                        request -> request.tableName(name),
                        often -> often.maxAttempts(600)
                                .backoffStrategyV2(BackoffStrategy.fixedDelayWithoutJitter(Duration.ofMillis(50))));
    }
}
