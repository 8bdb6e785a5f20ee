package org.extenddb.it.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
import software.amazon.awssdk.services.dynamodb.model.Select;

/** Query and Scan of a table and its indexes by the AWS SDK. */
class QueryScanIT {
    private static final int ITEMS = 50;

    private final DynamoDbClient client = AwsClient.dynamoDb();
    private final String table = Tables.indexed(client, "query");

    @BeforeEach
    void fill() {
        for (int i = 0; i < ITEMS; i++) {
            Map<String, AttributeValue> item = Tables.passenger("flight-1", i);
            client.putItem(r -> r.tableName(table).item(item));
        }
        client.putItem(r -> r.tableName(table).item(Tables.passenger("flight-2", 7)));
    }

    @Test
    void query_backwardInPages_visitsEveryItemOnce() {
        List<Integer> seen = new ArrayList<>();
        for (QueryResponse page : client.queryPaginator(r -> r.tableName(table)
                .keyConditionExpression("pk = :p")
                .expressionAttributeValues(Map.of(":p", Tables.s("flight-1")))
                .scanIndexForward(false)
                .limit(7))) {
            assertThat(page.count()).isLessThanOrEqualTo(7);
            seen.addAll(sortKeys(page.items()));
        }
        assertThat(seen)
                .isEqualTo(IntStream.range(0, ITEMS)
                        .map(i -> ITEMS - 1 - i)
                        .boxed()
                        .toList());
    }

    @Test
    void query_sortKeyRangeAndFilter_countsWhatItScanned() {
        QueryResponse page = client.query(r -> r.tableName(table)
                .keyConditionExpression("pk = :p AND sk BETWEEN :a AND :b")
                .filterExpression("#s = :boarded")
                .expressionAttributeNames(Map.of("#s", "status"))
                .expressionAttributeValues(Map.of(
                        ":p", Tables.s("flight-1"),
                        ":a", Tables.n(9),
                        ":b", Tables.n(20),
                        ":boarded", Tables.s("boarded"))));

        assertThat(sortKeys(page.items())).containsExactly(10, 12, 14, 16, 18, 20);
        assertThat(page.scannedCount()).isEqualTo(12);
        assertThat(page.hasLastEvaluatedKey()).isFalse();
    }

    @Test
    void query_localIndex_ordersByItsOwnKeyAndHoldsKeysOnly() {
        QueryResponse page = client.query(r -> r.tableName(table)
                .indexName("by_city")
                .keyConditionExpression("pk = :p")
                .expressionAttributeValues(Map.of(":p", Tables.s("flight-1")))
                .limit(3));

        assertThat(sortKeys(page.items())).containsExactly(49, 48, 47);
        assertThat(page.items().get(0)).containsOnlyKeys("pk", "sk", "city");
        assertThat(page.lastEvaluatedKey()).containsOnlyKeys("pk", "sk", "city");
    }

    @Test
    void query_globalIndex_pagesAcrossEqualIndexKeys() {
        List<Map<String, AttributeValue>> items = new ArrayList<>();
        for (QueryResponse page : client.queryPaginator(r -> r.tableName(table)
                .indexName("by_status")
                .keyConditionExpression("#s = :s")
                .expressionAttributeNames(Map.of("#s", "status"))
                .expressionAttributeValues(Map.of(":s", Tables.s("waiting")))
                .limit(4))) {
            items.addAll(page.items());
        }
        assertThat(items).hasSize(ITEMS / 2 + 1).doesNotHaveDuplicates();
        assertThat(sortKeys(items)).isSorted();
    }

    @Test
    void query_globalIndex_followsUpdatesAndDeletes() {
        Map<String, AttributeValue> key = Map.of("pk", Tables.s("flight-2"), "sk", Tables.n(7));
        client.updateItem(r -> r.tableName(table)
                .key(key)
                .updateExpression("SET #s = :s")
                .expressionAttributeNames(Map.of("#s", "status"))
                .expressionAttributeValues(Map.of(":s", Tables.s("denied"))));
        assertThat(inStatus("denied")).isEqualTo(1);

        client.updateItem(r -> r.tableName(table)
                .key(key)
                .updateExpression("REMOVE #s")
                .expressionAttributeNames(Map.of("#s", "status")));
        assertThat(inStatus("denied")).isZero();
        assertThat(inStatus("waiting")).isEqualTo(ITEMS / 2);
    }

    private int inStatus(String status) {
        return client.query(r -> r.tableName(table)
                        .indexName("by_status")
                        .keyConditionExpression("#s = :s")
                        .expressionAttributeNames(Map.of("#s", "status"))
                        .expressionAttributeValues(Map.of(":s", Tables.s(status)))
                        .select(Select.COUNT))
                .count();
    }

    @Test
    void scan_fourSegments_shareTheTableWithoutOverlap() {
        List<Map<String, AttributeValue>> items = new ArrayList<>();
        for (int segment = 0; segment < 4; segment++) {
            int number = segment;
            for (ScanResponse page : client.scanPaginator(
                    r -> r.tableName(table).segment(number).totalSegments(4).limit(9))) {
                items.addAll(page.items());
            }
        }
        assertThat(items).hasSize(ITEMS + 1).doesNotHaveDuplicates();
    }

    @Test
    void scan_beyondOneMegabyte_pages() {
        String big = Tables.hashOnly(client, "big");
        for (int i = 0; i < 6; i++) {
            Map<String, AttributeValue> item =
                    Map.of("pk", Tables.s("item-" + i), "filler", Tables.s("x".repeat(300_000)));
            client.putItem(r -> r.tableName(big).item(item));
        }

        ScanResponse first = client.scan(r -> r.tableName(big));

        assertThat(first.count()).isEqualTo(4);
        assertThat(first.hasLastEvaluatedKey()).isTrue();
        assertThat(client.scanPaginator(r -> r.tableName(big)).items().stream().count())
                .isEqualTo(6);
    }

    /** A page ends behind the item that crosses the megabyte: the sixth of 200 KB each, not the fifth. */
    @Test
    void query_itemsOf200Kilobytes_endsThePageBehindTheSixth() {
        String big = Tables.indexed(client, "pages");
        for (int i = 0; i < 8; i++) {
            Map<String, AttributeValue> item =
                    Map.of("pk", Tables.s("p"), "sk", Tables.n(i), "filler", Tables.s("x".repeat(200 * 1024 - 12)));
            client.putItem(r -> r.tableName(big).item(item));
        }

        QueryResponse first = client.query(r -> r.tableName(big)
                .keyConditionExpression("pk = :p")
                .filterExpression("attribute_not_exists(filler)")
                .expressionAttributeValues(Map.of(":p", Tables.s("p"))));

        assertThat(first.scannedCount()).isEqualTo(6);
        assertThat(first.count()).isZero();
        assertThat(first.lastEvaluatedKey()).isEqualTo(Map.of("pk", Tables.s("p"), "sk", Tables.n(5)));
    }

    private static List<Integer> sortKeys(List<Map<String, AttributeValue>> items) {
        return items.stream().map(item -> Integer.valueOf(item.get("sk").n())).toList();
    }
}
