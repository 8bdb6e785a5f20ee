package org.extenddb.it.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.ExportDescription;
import software.amazon.awssdk.services.dynamodb.model.ExportFormat;
import software.amazon.awssdk.services.dynamodb.model.ExportStatus;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.ImportStatus;
import software.amazon.awssdk.services.dynamodb.model.ImportTableDescription;
import software.amazon.awssdk.services.dynamodb.model.ImportTableRequest;
import software.amazon.awssdk.services.dynamodb.model.InputCompressionType;
import software.amazon.awssdk.services.dynamodb.model.InputFormat;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.PointInTimeRecoveryUnavailableException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Exports and imports by the AWS SDK. */
class TransferIT {
    private static final int ITEMS = 75;
    private static final long PATIENCE_NANOS = 180_000_000_000L;

    private final DynamoDbClient client = AwsClient.dynamoDb();
    private final String table = Tables.indexed(client, "export");

    @Test
    void export_importedIntoANewTable_isTheSame() throws InterruptedException {
        String arn = client.describeTable(r -> r.tableName(table)).table().tableArn();
        assertThatThrownBy(() ->
                        client.exportTableToPointInTime(r -> r.tableArn(arn).s3Bucket("transfer-it")))
                .isInstanceOf(PointInTimeRecoveryUnavailableException.class);
        client.updateContinuousBackups(
                r -> r.tableName(table).pointInTimeRecoverySpecification(s -> s.pointInTimeRecoveryEnabled(true)));
        write();
        Map<Integer, Map<String, AttributeValue>> reference = contents(table, null);
        ExportDescription export = export(arn);
        client.deleteItem(r -> r.tableName(table).key(key(3)));
        until(() -> described(export).exportStatus() != ExportStatus.IN_PROGRESS);
        assertThat(described(export).exportStatus()).isEqualTo(ExportStatus.COMPLETED);
        assertThat(described(export).itemCount()).isEqualTo(ITEMS);
        assertThat(client.listExports(r -> r.tableArn(arn)).exportSummaries())
                .singleElement()
                .satisfies(summary -> assertThat(summary.exportArn()).isEqualTo(export.exportArn()));

        String manifest = described(export).exportManifest();
        String target = Tables.newName("imported");
        ImportTableDescription begun = client.importTable(
                        importOf(manifest.replace("manifest-summary.json", "data/"), target))
                .importTableDescription();
        assertThatThrownBy(() -> client.getItem(r -> r.tableName(target).key(key(1))))
                .isInstanceOf(ResourceNotFoundException.class);
        until(() -> described(begun).importStatus() != ImportStatus.IN_PROGRESS);

        assertThat(described(begun).importStatus()).isEqualTo(ImportStatus.COMPLETED);
        assertThat(described(begun).importedItemCount()).isEqualTo(ITEMS);
        assertThat(described(begun).errorCount()).isZero();
        assertThat(contents(target, null)).isEqualTo(reference);
        assertThat(contents(target, "by_status")).isEqualTo(reference);
    }

    private ExportDescription export(String arn) {
        return client.exportTableToPointInTime(r ->
                        r.tableArn(arn).s3Bucket("transfer-it").s3Prefix("a/b").exportFormat(ExportFormat.ION))
                .exportDescription();
    }

    private static ImportTableRequest importOf(String prefix, String target) {
        return ImportTableRequest.builder()
                .s3BucketSource(s -> s.s3Bucket("transfer-it").s3KeyPrefix(prefix))
                .inputFormat(InputFormat.ION)
                .inputCompressionType(InputCompressionType.GZIP)
                .tableCreationParameters(t -> t.tableName(target)
                        .billingMode(BillingMode.PAY_PER_REQUEST)
                        .attributeDefinitions(
                                attribute("pk", ScalarAttributeType.S),
                                attribute("sk", ScalarAttributeType.N),
                                attribute("status", ScalarAttributeType.S))
                        .keySchema(key("pk", KeyType.HASH), key("sk", KeyType.RANGE))
                        .globalSecondaryIndexes(GlobalSecondaryIndex.builder()
                                .indexName("by_status")
                                .keySchema(key("status", KeyType.HASH), key("sk", KeyType.RANGE))
                                .projection(p -> p.projectionType("ALL"))
                                .build()))
                .build();
    }

    private static AttributeDefinition attribute(String name, ScalarAttributeType type) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(type)
                .build();
    }

    private static KeySchemaElement key(String name, KeyType type) {
        return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }

    private ExportDescription described(ExportDescription export) {
        return client.describeExport(r -> r.exportArn(export.exportArn())).exportDescription();
    }

    private ImportTableDescription described(ImportTableDescription begun) {
        return client.describeImport(r -> r.importArn(begun.importArn())).importTableDescription();
    }

    private void write() {
        for (int i = 0; i < ITEMS; i += 25) {
            List<WriteRequest> batch = IntStream.range(i, i + 25)
                    .mapToObj(n -> WriteRequest.builder()
                            .putRequest(p -> p.item(item(n)))
                            .build())
                    .toList();
            client.batchWriteItem(r -> r.requestItems(Map.of(table, batch)));
        }
    }

    private static Map<String, AttributeValue> key(int i) {
        return Map.of("pk", Tables.s("p" + i % 7), "sk", Tables.n(i));
    }

    private static Map<String, AttributeValue> item(int i) {
        Map<String, AttributeValue> item = new HashMap<>(key(i));
        item.put("status", Tables.s("s" + i % 3));
        item.put("more", AttributeValue.builder().ss("x" + i, "y").build());
        return item;
    }

    private Map<Integer, Map<String, AttributeValue>> contents(String name, String index) {
        return client.scanPaginator(r -> r.tableName(name).indexName(index)).items().stream()
                .collect(Collectors.toMap(item -> Integer.valueOf(item.get("sk").n()), item -> item));
    }

    private static void until(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime() - end).as("time is up").isNegative();
            Thread.sleep(200);
        }
    }
}
