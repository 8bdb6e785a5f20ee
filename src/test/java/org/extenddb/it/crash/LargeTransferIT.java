package org.extenddb.it.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.zip.GZIPOutputStream;
import org.extenddb.it.api.AwsClient;
import org.extenddb.it.outage.DurableDatabase;
import org.extenddb.it.server.Deployment;
import org.extenddb.it.server.ServerUnderTest;
import org.extenddb.it.server.ServerVariables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import software.amazon.awssdk.core.exception.SdkException;
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
    private static final long ITEMS = Long.getLong("extenddb.transfer.items", 0);
    private static final String BUCKET = "large-transfer";
    private static final Duration PATIENCE = Duration.ofMinutes(20);
    private static final int FILES = 4;

    private final DurableDatabase database = DurableDatabase.create();
    private final ServerUnderTest server =
            ServerUnderTest.starting("large-transfer", Deployment.on(database.jdbcUrl()));
    private final DynamoDbClient client = AwsClient.withoutRetries(server);
    private final Path bucket = ServerVariables.STORE.resolve(BUCKET);

    LargeTransferIT() throws IOException {}

    @Test
    void transfers_brokenOffInTheMiddle_haveEveryItemOnce() throws Exception {
        server.awaitReady();
        long bytes = generate();
        long begun = System.nanoTime();
        ImportTableDescription first = importOf("in/", "first");
        killAfter(() -> described(first).processedItemCount(), ITEMS / 3);
        until(() -> described(first).importStatus() != ImportStatus.IN_PROGRESS);
        tell("import, killed at a third", begun, described(first).importedItemCount());
        assertThat(described(first).importStatus()).isEqualTo(ImportStatus.COMPLETED);
        assertThat(described(first).importedItemCount()).isEqualTo(ITEMS);
        assertThat(described(first).processedSizeBytes()).isEqualTo(bytes);

        client.updateContinuousBackups(
                r -> r.tableName("first").pointInTimeRecoverySpecification(s -> s.pointInTimeRecoveryEnabled(true)));
        begun = System.nanoTime();
        ExportDescription export = export();
        killAfter(() -> files(export) > 1 ? 1 : 0, 1);
        until(() -> described(export).exportStatus() != ExportStatus.IN_PROGRESS);
        tell("export, killed after a file", begun, described(export).itemCount());
        assertThat(described(export).itemCount()).isEqualTo(ITEMS);

        ExportDescription undisturbed = export();
        begun = System.nanoTime();
        until(() -> described(undisturbed).exportStatus() != ExportStatus.IN_PROGRESS);
        tell("export", begun, described(undisturbed).itemCount());

        begun = System.nanoTime();
        ImportTableDescription second =
                importOf(described(export).exportManifest().replace("manifest-summary.json", "data/"), "second");
        until(() -> described(second).importStatus() != ImportStatus.IN_PROGRESS);
        tell("import", begun, described(second).importedItemCount());
        assertThat(described(second).importStatus()).isEqualTo(ImportStatus.COMPLETED);
        assertThat(described(second).processedItemCount()).isEqualTo(ITEMS);
        assertThat(fingerprint("second")).isEqualTo(fingerprint("first"));
        server.kill();
        database.kill();
    }

    /** Items of about 400 bytes, of which each third has a city. Returns their bytes. */
    private long generate() throws IOException {
        Files.createDirectories(bucket.resolve("in"));
        long bytes = 0;
        Random random = new Random(1);
        for (int file = 0; file < FILES; file++) {
            try (OutputStream out = new BufferedOutputStream(
                    new GZIPOutputStream(Files.newOutputStream(bucket.resolve("in/" + file + ".json.gz"))))) {
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

    private void killAfter(LongSupplier done, long enough) throws InterruptedException {
        until(() -> done.getAsLong() >= enough);
        server.kill();
        server.startAgain();
        server.awaitReady();
    }

    private long files(ExportDescription export) {
        String[] files = bucket.resolve("AWSDynamoDB")
                .resolve(export.exportArn().replaceAll("^.*/", ""))
                .resolve("data")
                .toFile()
                .list();
        return files == null ? 0 : files.length;
    }

    private ExportDescription export() {
        String arn = client.describeTable(r -> r.tableName("first")).table().tableArn();
        return client.exportTableToPointInTime(r -> r.tableArn(arn).s3Bucket(BUCKET))
                .exportDescription();
    }

    private ImportTableDescription importOf(String prefix, String target) {
        return client.importTable(r -> r.s3BucketSource(s -> s.s3Bucket(BUCKET).s3KeyPrefix(prefix))
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

    private static void tell(String what, long begun, long items) {
        double seconds = (System.nanoTime() - begun) / 1e9;
        System.out.printf(Locale.ROOT, "%s: %,d items in %.1f s, %,.0f/s%n", what, items, seconds, items / seconds);
    }

    /** The server may be away for a moment. */
    private static void until(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!holds(condition)) {
            assertThat(System.nanoTime() - end).as("time is up").isNegative();
            Thread.sleep(250);
        }
    }

    private static boolean holds(BooleanSupplier condition) {
        try {
            return condition.getAsBoolean();
        } catch (SdkException e) {
            return false;
        }
    }
}
