package org.extenddb.it.large;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.ImportStatus;
import software.amazon.awssdk.services.dynamodb.model.ImportTableDescription;
import software.amazon.awssdk.services.dynamodb.model.InputCompressionType;
import software.amazon.awssdk.services.dynamodb.model.InputFormat;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** A table of {@link Numbered} items with three global indexes, one of each projection. */
final class NumberedTable {
    private static final int SEGMENTS = 4;
    private static final int BATCH = 25;
    private static final int ABSENT = -1;

    private final DynamoDbClient client;
    final String name;
    private final int items;

    NumberedTable(DynamoDbClient client, String name, int items) {
        this.client = client;
        this.name = name;
        this.items = items;
    }

    /** Makes it by an import. */
    void fill(LongRun run) throws IOException, InterruptedException {
        Path file = Files.createDirectories(run.bucketDirectory().resolve("in")).resolve("items.json.gz");
        try (Writer out = new BufferedWriter(
                new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8))) {
            for (int i = 0; i < items; i++) {
                out.write(Numbered.line(i));
            }
        }
        ImportTableDescription begun = client.importTable(r -> r.s3BucketSource(
                                s -> s.s3Bucket(run.bucket()).s3KeyPrefix("in/"))
                        .inputFormat(InputFormat.DYNAMODB_JSON)
                        .inputCompressionType(InputCompressionType.GZIP)
                        .tableCreationParameters(t -> t.tableName(name)
                                .billingMode(BillingMode.PAY_PER_REQUEST)
                                .attributeDefinitions(
                                        attribute("pk", ScalarAttributeType.S),
                                        attribute("group", ScalarAttributeType.N),
                                        attribute("owner", ScalarAttributeType.S),
                                        attribute("value", ScalarAttributeType.N))
                                .keySchema(key("pk", KeyType.HASH))
                                .globalSecondaryIndexes(
                                        index("by_group", "group", "value", p -> p.projectionType(ProjectionType.ALL)),
                                        index(
                                                "by_owner",
                                                "owner",
                                                "pk",
                                                p -> p.projectionType(ProjectionType.KEYS_ONLY)),
                                        index(
                                                "by_value",
                                                "value",
                                                null,
                                                p -> p.projectionType(ProjectionType.INCLUDE)
                                                        .nonKeyAttributes("version")))))
                .importTableDescription();
        LongRun.until(() -> client.describeImport(r -> r.importArn(begun.importArn()))
                        .importTableDescription()
                        .importStatus()
                != ImportStatus.IN_PROGRESS);
        assertThat(client.describeImport(r -> r.importArn(begun.importArn()))
                        .importTableDescription()
                        .importedItemCount())
                .isEqualTo(items);
    }

    private static GlobalSecondaryIndex index(
            String name, String hash, @Nullable String range, UnaryOperator<Projection.Builder> projection) {
        return GlobalSecondaryIndex.builder()
                .indexName(name)
                .keySchema(
                        range == null
                                ? List.of(key(hash, KeyType.HASH))
                                : List.of(key(hash, KeyType.HASH), key(range, KeyType.RANGE)))
                .projection(projection.apply(Projection.builder()).build())
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

    /** Deletes the last items by their numbers. */
    void deleteFrom(int first) {
        IntStream.iterate(first, i -> i < items, i -> i + BATCH).parallel().forEach(start -> {
            List<WriteRequest> batch = IntStream.range(start, Math.min(items, start + BATCH))
                    .mapToObj(i -> WriteRequest.builder()
                            .deleteRequest(d -> d.key(Map.of("pk", AttributeValue.fromS(Numbered.pk(i)))))
                            .build())
                    .toList();
            Map<String, List<WriteRequest>> left = Map.of(name, batch);
            while (!left.isEmpty()) {
                Map<String, List<WriteRequest>> now = left;
                left = client.batchWriteItem(r -> r.requestItems(now)).unprocessedItems();
            }
        });
    }

    /** The version of every item. Each has all of its attributes, and each index has of each what it projects. */
    int[] contents() {
        int[] versions = new int[items];
        Arrays.fill(versions, ABSENT);
        scan(null, item -> {
            int number = Numbered.number(item);
            int version = Integer.parseInt(item.get("version").n());
            assertThat(versions[number]).as("item " + number).isEqualTo(ABSENT);
            if (!item.equals(Numbered.item(number, version))) {
                throw new AssertionError(item + " is not " + Numbered.item(number, version));
            }
            versions[number] = version;
        });
        assertIndex("by_group", versions, List.of("pk", "version", "group", "owner", "value", "filler"));
        assertIndex("by_owner", versions, List.of("pk", "owner"));
        assertIndex("by_value", versions, List.of("pk", "value", "version"));
        return versions;
    }

    private void assertIndex(String index, int[] versions, List<String> attributes) {
        boolean[] seen = new boolean[items];
        scan(index, entry -> {
            int number = Numbered.number(entry);
            Map<String, AttributeValue> expected = new HashMap<>(Numbered.item(number, versions[number]));
            expected.keySet().retainAll(attributes);
            if (seen[number] || !entry.equals(expected)) {
                throw new AssertionError(index + " has " + entry + " for " + expected);
            }
            seen[number] = true;
        });
        for (int i = 0; i < items; i++) {
            if (seen[i] != versions[i] >= 0) {
                throw new AssertionError(index + (seen[i] ? " has" : " lacks") + " item " + i);
            }
        }
    }

    /** Segments at once; what takes an item sees each from one thread alone. */
    private void scan(@Nullable String index, Consumer<Map<String, AttributeValue>> sink) {
        IntStream.range(0, SEGMENTS)
                .parallel()
                .forEach(segment -> client.scanPaginator(r -> r.tableName(name)
                                .indexName(index)
                                .segment(segment)
                                .totalSegments(SEGMENTS))
                        .items()
                        .forEach(sink));
    }
}
