package org.extenddb.it.api;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
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
        client.createTable(r -> r.tableName(name)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .keySchema(k -> k.attributeName("pk").keyType(KeyType.HASH))
                .attributeDefinitions(
                        a -> a.attributeName("pk").attributeType(ScalarAttributeType.S)));
        client.waiter().waitUntilTableExists(r -> r.tableName(name));
        return name;
    }

    /** {@code pk} (S), {@code sk} (N), the LSI {@code by_city} on {@code city}, the GSI {@code by_status} on {@code status}, {@code sk}. */
    static String indexed(DynamoDbClient client, String purpose) {
        String name = newName(purpose);
        client.createTable(r -> r.tableName(name)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .keySchema(
                        k -> k.attributeName("pk").keyType(KeyType.HASH),
                        k -> k.attributeName("sk").keyType(KeyType.RANGE))
                .attributeDefinitions(
                        a -> a.attributeName("pk").attributeType(ScalarAttributeType.S),
                        a -> a.attributeName("sk").attributeType(ScalarAttributeType.N),
                        a -> a.attributeName("city").attributeType(ScalarAttributeType.S),
                        a -> a.attributeName("status").attributeType(ScalarAttributeType.S))
                .localSecondaryIndexes(i -> i.indexName("by_city")
                        .keySchema(
                                k -> k.attributeName("pk").keyType(KeyType.HASH),
                                k -> k.attributeName("city").keyType(KeyType.RANGE))
                        .projection(p -> p.projectionType(ProjectionType.KEYS_ONLY)))
                .globalSecondaryIndexes(i -> i.indexName("by_status")
                        .keySchema(
                                k -> k.attributeName("status").keyType(KeyType.HASH),
                                k -> k.attributeName("sk").keyType(KeyType.RANGE))
                        .projection(p -> p.projectionType(ProjectionType.ALL))));
        client.waiter().waitUntilTableExists(r -> r.tableName(name));
        return name;
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
