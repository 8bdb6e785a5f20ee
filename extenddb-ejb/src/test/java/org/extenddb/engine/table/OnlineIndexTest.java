package org.extenddb.engine.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.extenddb.core.model.IndexDefinition;
import org.extenddb.core.model.Region;
import org.extenddb.core.model.TableAddress;
import org.extenddb.core.model.TableDefinition;
import org.extenddb.core.model.TableStatus;
import org.extenddb.core.wire.WireResponse;
import org.junit.jupiter.api.Test;

/** What the state that an index has come to in the background means to clients. */
class OnlineIndexTest {
    private static final String UNITS =
            "\"ProvisionedThroughput\":{\"ReadCapacityUnits\":%d,\"WriteCapacityUnits\":%d}";

    private final TableServer server = new TableServer();

    // ---- a backfilling index

    @Test
    void describeTable_backfillingIndex_isCreatingWhileTheTableIsActive() {
        createWith(1);
        becomes("gsi0", TableStatus.BACKFILLING);

        assertThat(text(server.post("DescribeTable", "{\"TableName\":\"abc\"}")))
                .contains("{\"Backfilling\":true,\"IndexArn\"")
                .contains("\"IndexStatus\":\"CREATING\"")
                .contains("\"TableStatus\":\"ACTIVE\"");
    }

    @Test
    void describeTable_activeIndex_hasNoBackfilling() {
        createWith(1);

        assertThat(text(server.post("DescribeTable", "{\"TableName\":\"abc\"}")))
                .doesNotContain("Backfilling");
    }

    @Test
    void updateTable_backfillingIndex_mayBeDeletedAndHasItsThroughputChanged() {
        createWith(1);
        becomes("gsi0", TableStatus.BACKFILLING);

        assertThat(update("{\"Update\":{\"IndexName\":\"gsi0\"," + UNITS.formatted(7, 7) + "}}")
                        .status())
                .isEqualTo(200);
        assertThat(server.post("UpdateTable", "{\"TableName\":\"abc\"," + UNITS.formatted(9, 9) + "}")
                        .status())
                .isEqualTo(200);
        WireResponse deleted = update("{\"Delete\":{\"IndexName\":\"gsi0\"}}");

        assertThat(text(deleted)).contains("\"IndexStatus\":\"DELETING\"").contains("\"TableStatus\":\"UPDATING\"");
    }

    @Test
    void deleteTable_backfillingIndex_isRefused() {
        createWith(1);
        becomes("gsi0", TableStatus.BACKFILLING);

        assertThat(text(server.post("DeleteTable", "{\"TableName\":\"abc\"}")))
                .contains("ResourceInUseException")
                .contains("Cannot delete table while indexes are being created, updated, or deleted.");
    }

    @Test
    void updateTable_otherIndexBackfilling_isLimitExceeded() {
        createWith(2);
        becomes("gsi0", TableStatus.BACKFILLING);

        assertThat(text(update("{\"Delete\":{\"IndexName\":\"gsi1\"}}"))).contains("LimitExceededException");
        assertThat(text(update(create("more")))).contains("LimitExceededException");
    }

    // ---- slots and limits

    @Test
    void updateTable_newIndex_takesTheLowestFreeSlot() {
        createWith(3);
        change(table -> table.withIndexes(
                table.keyAttributes(),
                table.indexes().stream()
                        .filter(index -> !index.name().equals("gsi1"))
                        .toList()));

        assertThat(update(create("late")).status()).isEqualTo(200);

        IndexDefinition late = Objects.requireNonNull(table().index("late"));
        assertThat(late.slot()).isEqualTo(2);
        assertThat(late.status()).isEqualTo(TableStatus.CREATING);
        assertThat(table().indexes()).extracting(IndexDefinition::name).containsExactly("gsi0", "gsi2", "late");
    }

    @Test
    void updateTable_twentyFirstIndex_isLimitExceeded() {
        createWith(20);

        assertThat(text(update(create("late"))))
                .contains("LimitExceededException")
                .contains(
                        "Subscriber limit exceeded: Number of global secondary indexes exceeds per-table limit of 20");
    }

    @Test
    void updateTable_moreThanAHundredProjectedAttributes_isRefused() {
        createWith(0);
        for (int i = 0; i < 5; i++) {
            assertThat(update(create("inc" + i, 20)).status()).isEqualTo(200);
            becomes("inc" + i, TableStatus.ACTIVE);
        }

        assertThat(text(update(create("inc5", 1)))).contains("exceeds the per-table limit of 100");
    }

    private void createWith(int indexes) {
        String members = IntStream.range(0, indexes)
                .mapToObj(i -> index("gsi" + i, "{\"ProjectionType\":\"ALL\"}"))
                .collect(Collectors.joining(",", ",\"GlobalSecondaryIndexes\":[", "]"));
        WireResponse created = server.post(
                "CreateTable",
                "{\"TableName\":\"abc\",\"AttributeDefinitions\":[{\"AttributeName\":\"a\",\"AttributeType\":\"S\"}],"
                        + "\"KeySchema\":[{\"AttributeName\":\"a\",\"KeyType\":\"HASH\"}]," + UNITS.formatted(5, 5)
                        + (indexes == 0 ? "" : members) + "}");
        assertThat(created.status()).as(text(created)).isEqualTo(200);
    }

    private WireResponse update(String indexUpdate) {
        return server.post(
                "UpdateTable",
                "{\"TableName\":\"abc\",\"AttributeDefinitions\":[{\"AttributeName\":\"a\",\"AttributeType\":\"S\"}],"
                        + "\"GlobalSecondaryIndexUpdates\":[" + indexUpdate + "]}");
    }

    private static String create(String name) {
        return "{\"Create\":" + index(name, "{\"ProjectionType\":\"ALL\"}") + "}";
    }

    private static String create(String name, int attributes) {
        String names = IntStream.range(0, attributes)
                .mapToObj(i -> "\"x" + i + "\"")
                .collect(Collectors.joining(",", "[", "]"));
        return "{\"Create\":" + index(name, "{\"ProjectionType\":\"INCLUDE\",\"NonKeyAttributes\":" + names + "}")
                + "}";
    }

    private static String index(String name, String projection) {
        return "{\"IndexName\":\"" + name + "\",\"KeySchema\":[{\"AttributeName\":\"a\",\"KeyType\":\"HASH\"}],"
                + "\"Projection\":" + projection + "," + UNITS.formatted(1, 1) + "}";
    }

    /** As the background does it. */
    private void becomes(String index, TableStatus status) {
        change(table -> table.withIndexes(
                table.keyAttributes(),
                table.indexes().stream()
                        .map(each -> each.name().equals(index) ? each.withStatus(status) : each)
                        .toList()));
    }

    private void change(UnaryOperator<TableDefinition> change) {
        server.catalog.update(address(), change);
    }

    private TableDefinition table() {
        return Objects.requireNonNull(server.catalog.find(address()));
    }

    private static TableAddress address() {
        return new TableAddress(TableServer.SENDER.caller().account(), new Region("us-east-1"), "abc");
    }

    private static String text(WireResponse response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }
}
