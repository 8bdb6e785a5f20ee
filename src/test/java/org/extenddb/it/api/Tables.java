package org.extenddb.it.api;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.LocalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** Tables and values that the black-box tests share. Every call makes a table of its own. */
final class Tables {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private Tables() {}

    static String newName(String purpose) {
        return purpose + "." + NUMBER.incrementAndGet() + "." + Long.toString(System.nanoTime(), 36);
    }

    /** {@code pk} (S) alone. */
    static String hashOnly(DynamoDbClient client, String purpose) {
        String name = newName(purpose);
        createHashOnly(client, name);
        return name;
    }

    static void createHashOnly(DynamoDbClient client, String name) {
        client.createTable(r -> r.tableName(name)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .keySchema(hash("pk"))
                .attributeDefinitions(attribute("pk", ScalarAttributeType.S)));
        client.waiter().waitUntilTableExists(r -> r.tableName(name));
    }

    /** {@code pk} (S), {@code sk} (N), the LSI {@code by_city} on {@code city}, the GSI {@code by_status} on {@code status}, {@code sk}. */
    static String indexed(DynamoDbClient client, String purpose) {
        String name = newName(purpose);
        client.createTable(r -> r.tableName(name)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .keySchema(hash("pk"), range("sk"))
                .attributeDefinitions(
                        attribute("pk", ScalarAttributeType.S),
                        attribute("sk", ScalarAttributeType.N),
                        attribute("city", ScalarAttributeType.S),
                        attribute("status", ScalarAttributeType.S))
                .localSecondaryIndexes(LocalSecondaryIndex.builder()
                        .indexName("by_city")
                        .keySchema(hash("pk"), range("city"))
                        .projection(p -> p.projectionType(ProjectionType.KEYS_ONLY))
                        .build())
                .globalSecondaryIndexes(GlobalSecondaryIndex.builder()
                        .indexName("by_status")
                        .keySchema(hash("status"), range("sk"))
                        .projection(p -> p.projectionType(ProjectionType.ALL))
                        .build()));
        client.waiter().waitUntilTableExists(r -> r.tableName(name));
        return name;
    }

    private static KeySchemaElement hash(String name) {
        return KeySchemaElement.builder()
                .attributeName(name)
                .keyType(KeyType.HASH)
                .build();
    }

    private static KeySchemaElement range(String name) {
        return KeySchemaElement.builder()
                .attributeName(name)
                .keyType(KeyType.RANGE)
                .build();
    }

    private static AttributeDefinition attribute(String name, ScalarAttributeType type) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(type)
                .build();
    }

    static AttributeValue s(String value) {
        return AttributeValue.fromS(value);
    }

    static AttributeValue n(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }

    /** An item of an {@link #indexed} table. */
    static Map<String, AttributeValue> passenger(String pk, int sk) {
        return Map.of(
                "pk", s(pk),
                "sk", n(sk),
                "city", s(String.format(Locale.ROOT, "city-%03d", 999 - sk)),
                "status", s(sk % 2 == 0 ? "boarded" : "waiting"),
                "name", s("passenger " + sk));
    }
}
