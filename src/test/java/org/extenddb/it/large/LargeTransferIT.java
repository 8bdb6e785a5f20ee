package org.extenddb.it.large;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.ExportDescription;
import software.amazon.awssdk.services.dynamodb.model.ExportStatus;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.ImportStatus;
import software.amazon.awssdk.services.dynamodb.model.ImportTableDescription;
import software.amazon.awssdk.services.dynamodb.model.InputCompressionType;
import software.amazon.awssdk.services.dynamodb.model.InputFormat;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/**
 * As many items as {@code -Dextenddb.transfer.items} says are imported, exported and imported again, and the server is killed in the
 * middle of the first two. Tells how long each took.
 */
@EnabledIfSystemProperty(named = "extenddb.transfer.items", matches = "[0-9]+")
class LargeTransferIT {
    /** One for the rest of the file that is cut off, one for the foreign one, one for the long line, four wrong ones. */
    private static final long HOSTILE_RECORDS = 7;

    private static final long ITEMS = Long.getLong("extenddb.transfer.items", 0);
    private static final int FILES = 4;

    private final LongRun run = LongRun.start("large-transfer");
    private final DynamoDbClient client = run.client;

    LargeTransferIT() throws IOException {}

    @Test
    void transfers_brokenOffInTheMiddle_haveEveryItemOnce() throws Exception {
        try (run) {
            long bytes = generate();
            ImportTableDescription first = LongRun.timed("import, killed at a third", ITEMS, () -> {
                ImportTableDescription begun = importOf("in/", "first");
                run.killWhen(() -> described(begun).processedItemCount() >= ITEMS / 3);
                run.tellHeap("in the middle of the import");
                return ended(begun);
            });
            assertThat(first.importedItemCount()).isEqualTo(ITEMS);
            assertThat(first.processedSizeBytes()).isEqualTo(bytes);

            client.updateContinuousBackups(r ->
                    r.tableName("first").pointInTimeRecoverySpecification(s -> s.pointInTimeRecoveryEnabled(true)));
            ExportDescription export = LongRun.timed("export, killed after some files", ITEMS, () -> {
                ExportDescription begun = export();
                run.killWhen(() -> files(begun) > 1);
                return ended(begun);
            });
            assertThat(export.itemCount()).isEqualTo(ITEMS);
            LongRun.timed("export", ITEMS, () -> ended(export()));
            run.tellHeap("after the exports");

            String exported = export.exportManifest().replace("manifest-summary.json", "data/");
            addHostileFiles(exported);
            ImportTableDescription second =
                    LongRun.timed("import of the export", ITEMS, () -> ended(importOf(exported, "second")));
            run.tellHeap("after the import");
            assertThat(second.importStatus()).isEqualTo(ImportStatus.FAILED);
            assertThat(second.failureCode()).isEqualTo("ItemValidationError");
            assertThat(second.importedItemCount()).isEqualTo(ITEMS + 1);
            assertThat(second.errorCount()).isEqualTo(HOSTILE_RECORDS);
            client.deleteItem(r -> r.tableName("second").key(Map.of("pk", AttributeValue.fromS("before the cut"))));
            assertThat(fingerprint("second")).isEqualTo(fingerprint("first"));
        }
    }

    private ImportTableDescription ended(ImportTableDescription begun) throws InterruptedException {
        LongRun.until(() -> described(begun).importStatus() != ImportStatus.IN_PROGRESS);
        return described(begun);
    }

    private ExportDescription ended(ExportDescription begun) throws InterruptedException {
        LongRun.until(() -> described(begun).exportStatus() != ExportStatus.IN_PROGRESS);
        assertThat(described(begun).exportStatus()).isEqualTo(ExportStatus.COMPLETED);
        return described(begun);
    }

    /** Beside those of the export: one that is cut off, one that is no gzip at all, one that is a bomb, one with faulty records. */
    private void addHostileFiles(String prefix) throws IOException {
        Path directory = run.bucketDirectory().resolve(prefix);
        byte[] noise = new byte[100_000];
        Random random = new Random(2);
        random.nextBytes(noise);
        byte[] whole = gzip("{\"Item\":{\"pk\":{\"S\":\"before the cut\"}}}\n"
                + HexFormat.of().formatHex(noise) + "\n");
        Files.write(directory.resolve("x-cut.json.gz"), Arrays.copyOf(whole, whole.length - 1_000));
        Files.write(directory.resolve("x-foreign.json.gz"), noise);
        Files.write(directory.resolve("x-bomb.json.gz"), gzip("a".repeat(50_000_000) + "\n"));
        Files.write(directory.resolve("x-wrong.json.gz"), gzip("""
                {"Item":{"pk":{"N":"1"}}}
                {"Item":{"pk":{"S":""}}}
                {"Item":{"no":{"S":"key"}}}
                not JSON
                """));
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    /** Items of about 400 bytes, of which each third has a city. Returns their bytes. */
    private long generate() throws IOException {
        Files.createDirectories(run.bucketDirectory().resolve("in"));
        long bytes = 0;
        Random random = new Random(1);
        for (int file = 0; file < FILES; file++) {
            try (OutputStream out = new BufferedOutputStream(new GZIPOutputStream(
                    Files.newOutputStream(run.bucketDirectory().resolve("in/" + file + ".json.gz"))))) {
                for (long i = file; i < ITEMS; i += FILES) {
                    byte[] noise = new byte[150];
                    random.nextBytes(noise);
                    byte[] line = ("{\"Item\":{\"pk\":{\"S\":\"item " + i + "\"},"
                                    + (i % 3 == 0 ? "\"city\":{\"S\":\"city " + i % 1000 + "\"}," : "")
                                    + "\"n\":{\"N\":\"" + i + "\"},\"data\":{\"S\":\""
                                    + HexFormat.of().formatHex(noise) + "\"}}}\n")
                            .getBytes(StandardCharsets.UTF_8);
                    out.write(line);
                    bytes += line.length;
                }
            }
        }
        return bytes;
    }

    private long files(ExportDescription export) {
        String[] files = run.bucketDirectory()
                .resolve("AWSDynamoDB")
                .resolve(export.exportArn().replaceAll("^.*/", ""))
                .resolve("data")
                .toFile()
                .list();
        return files == null ? 0 : files.length;
    }

    private ExportDescription export() {
        String arn = client.describeTable(r -> r.tableName("first")).table().tableArn();
        return client.exportTableToPointInTime(r -> r.tableArn(arn).s3Bucket(run.bucket()))
                .exportDescription();
    }

    private ImportTableDescription importOf(String prefix, String target) {
        return client.importTable(r -> r.s3BucketSource(
                                s -> s.s3Bucket(run.bucket()).s3KeyPrefix(prefix))
                        .inputFormat(InputFormat.DYNAMODB_JSON)
                        .inputCompressionType(InputCompressionType.GZIP)
                        .tableCreationParameters(t -> t.tableName(target)
                                .billingMode(BillingMode.PAY_PER_REQUEST)
                                .attributeDefinitions(attribute("pk"), attribute("city"))
                                .keySchema(hash("pk"))
                                .globalSecondaryIndexes(GlobalSecondaryIndex.builder()
                                        .indexName("by_city")
                                        .keySchema(hash("city"))
                                        .projection(p -> p.projectionType("ALL"))
                                        .build())))
                .importTableDescription();
    }

    private static AttributeDefinition attribute(String name) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(ScalarAttributeType.S)
                .build();
    }

    private static KeySchemaElement hash(String name) {
        return KeySchemaElement.builder()
                .attributeName(name)
                .keyType(KeyType.HASH)
                .build();
    }

    private ExportDescription described(ExportDescription export) {
        return client.describeExport(r -> r.exportArn(export.exportArn())).exportDescription();
    }

    private ImportTableDescription described(ImportTableDescription begun) {
        return client.describeImport(r -> r.importArn(begun.importArn())).importTableDescription();
    }

    /** Number of items and entries, and a sum over all attributes, which their order does not change. */
    private String fingerprint(String table) {
        long entries = client
                .scanPaginator(r -> r.tableName(table).indexName("by_city").select("COUNT"))
                .stream()
                .mapToLong(page -> page.count())
                .sum();
        long[] sum = {0, 0};
        client.scanPaginator(r -> r.tableName(table)).items().forEach(item -> {
            sum[0]++;
            sum[1] += item.values().stream()
                    .map(AttributeValue::toString)
                    .mapToLong(String::hashCode)
                    .sum();
        });
        return sum[0] + " items, " + sum[1] + ", " + entries + " entries";
    }
}
