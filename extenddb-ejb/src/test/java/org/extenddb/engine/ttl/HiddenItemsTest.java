package org.extenddb.engine.ttl;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.extenddb.auth.Authenticated;
import org.extenddb.config.ExpiryConfig;
import org.extenddb.config.TableConfig;
import org.extenddb.core.iam.Caller;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.model.KeyAttribute;
import org.extenddb.core.model.KeySchema;
import org.extenddb.core.model.Region;
import org.extenddb.core.model.ScalarType;
import org.extenddb.core.model.TableAddress;
import org.extenddb.core.model.TableSettings;
import org.extenddb.core.model.TimeToLive;
import org.extenddb.core.storage.NewTable;
import org.extenddb.core.storage.contract.Backend;
import org.extenddb.core.storage.memory.MemoryBackend;
import org.extenddb.engine.Pipelines;
import org.extenddb.engine.RequestPipeline;
import org.extenddb.engine.WireRequests;
import org.extenddb.engine.batch.BatchGetItem;
import org.extenddb.engine.data.TableLifecycle;
import org.extenddb.engine.data.Tables;
import org.extenddb.engine.item.GetItem;
import org.extenddb.engine.item.PutItem;
import org.extenddb.engine.query.Query;
import org.extenddb.engine.query.Scan;
import org.extenddb.engine.throttle.Throttle;
import org.extenddb.engine.transaction.TransactGetItems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Items that have expired and are still there: DynamoDB answers them; whoever wants does not. */
class HiddenItemsTest {
    private static final AccountId ACCOUNT = new AccountId("000000000000");
    private static final Region REGION = new Region("eu-west-1");
    private static final String KEY = "{\"pk\":{\"S\":\"old\"}}";

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void reads_ofExpiredItems_seeThemUnlessTheyAreHidden(boolean hidden) {
        RequestPipeline pipeline = server(hidden);
        long now = Instant.now().getEpochSecond();
        put(pipeline, "old", now - 10);
        put(pipeline, "young", now + 1_000);
        put(pipeline, "forgotten", now - 6 * 365 * 86_400L);

        for (String answer : List.of(
                call(pipeline, "GetItem", "{\"TableName\":\"abc\",\"Key\":" + KEY + "}"),
                call(pipeline, "BatchGetItem", "{\"RequestItems\":{\"abc\":{\"Keys\":[" + KEY + "]}}}"),
                call(
                        pipeline,
                        "TransactGetItems",
                        "{\"TransactItems\":[{\"Get\":{\"TableName\":\"abc\",\"Key\":" + KEY + "}}]}"),
                call(
                        pipeline,
                        "Query",
                        "{\"TableName\":\"abc\",\"KeyConditionExpression\":\"pk = :p\","
                                + "\"ExpressionAttributeValues\":{\":p\":{\"S\":\"old\"}}}"),
                call(pipeline, "Scan", "{\"TableName\":\"abc\"}"))) {
            assertThat(answer.contains("\"old\"")).as(answer).isEqualTo(!hidden);
        }
        assertThat(call(pipeline, "Scan", "{\"TableName\":\"abc\"}")).contains("\"young\"", "\"forgotten\"");
    }

    @Test
    void scan_pastManyHiddenItems_endsItsPages() {
        RequestPipeline pipeline = server(true);
        long past = Instant.now().getEpochSecond() - 10;
        String large = "x".repeat(300_000);
        for (int i = 0; i < 5; i++) {
            put(pipeline, "old" + i, past, large);
        }

        String first = call(pipeline, "Scan", "{\"TableName\":\"abc\"}");
        assertThat(first).contains("\"ScannedCount\":0", "\"LastEvaluatedKey\":{\"pk\"");
        String startKey = first.substring(first.indexOf("{\"pk\""), first.lastIndexOf('}'));
        assertThat(call(pipeline, "Scan", "{\"TableName\":\"abc\",\"ExclusiveStartKey\":" + startKey + "}"))
                .isEqualTo("{\"Items\":[],\"Count\":0,\"ScannedCount\":0}");
    }

    private static RequestPipeline server(boolean hidden) {
        Backend backend = MemoryBackend.create();
        KeyAttribute pk = new KeyAttribute("pk", ScalarType.S);
        TableSettings settings =
                TableSettings.onDemand().withTimeToLive(new TimeToLive("expires", true, Instant.EPOCH));
        backend.tables()
                .create(new NewTable(
                        new TableAddress(ACCOUNT, REGION, "abc"),
                        KeySchema.of(pk, null),
                        List.of(pk),
                        List.of(),
                        settings));
        Tables tables = new Tables(
                backend.tables(), new TableLifecycle(new TableConfig(0)), Throttle.OFF, new ExpiryConfig(10, hidden));
        return Pipelines.of(
                List.of(
                        new PutItem(tables, backend.items()),
                        new GetItem(tables, backend.items()),
                        new BatchGetItem(tables, backend.items()),
                        new TransactGetItems(tables, backend.items()),
                        new Query(tables, backend.items()),
                        new Scan(tables, backend.items())),
                request -> new Authenticated(Caller.root(ACCOUNT, "AKID"), REGION),
                (who, asked, requests) -> {});
    }

    private static void put(RequestPipeline pipeline, String pk, long expires) {
        put(pipeline, pk, expires, "");
    }

    private static void put(RequestPipeline pipeline, String pk, long expires, String more) {
        String item = "{\"pk\":{\"S\":\"" + pk + "\"},\"expires\":{\"N\":\"" + expires + "\"},\"more\":{\"S\":\"" + more
                + "\"}}";
        assertThat(call(pipeline, "PutItem", "{\"TableName\":\"abc\",\"Item\":" + item + "}"))
                .isEqualTo("{}");
    }

    private static String call(RequestPipeline pipeline, String operation, String json) {
        return new String(
                pipeline.handle(WireRequests.post("DynamoDB_20120810." + operation, json))
                        .body(),
                StandardCharsets.UTF_8);
    }
}
