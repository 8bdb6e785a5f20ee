package org.extenddb.engine.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.extenddb.auth.Authenticated;
import org.extenddb.config.TableConfig;
import org.extenddb.config.ThrottlingConfig;
import org.extenddb.core.iam.Caller;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.model.BillingMode;
import org.extenddb.core.model.IndexDefinition;
import org.extenddb.core.model.KeyAttribute;
import org.extenddb.core.model.KeySchema;
import org.extenddb.core.model.OnDemandThroughput;
import org.extenddb.core.model.Projection;
import org.extenddb.core.model.ProvisionedThroughput;
import org.extenddb.core.model.Region;
import org.extenddb.core.model.ScalarType;
import org.extenddb.core.model.TableAddress;
import org.extenddb.core.model.TableSettings;
import org.extenddb.core.model.TableStatus;
import org.extenddb.core.model.Throughput;
import org.extenddb.core.storage.NewTable;
import org.extenddb.core.storage.contract.Backend;
import org.extenddb.core.storage.memory.MemoryBackend;
import org.extenddb.core.wire.WireResponse;
import org.extenddb.engine.Operation;
import org.extenddb.engine.Pipelines;
import org.extenddb.engine.RequestPipeline;
import org.extenddb.engine.WireRequests;
import org.extenddb.engine.batch.BatchGetItem;
import org.extenddb.engine.batch.BatchWriteItem;
import org.extenddb.engine.data.TableLifecycle;
import org.extenddb.engine.data.Tables;
import org.extenddb.engine.item.GetItem;
import org.extenddb.engine.item.PutItem;
import org.extenddb.engine.item.UpdateItem;
import org.extenddb.engine.query.Query;
import org.extenddb.engine.query.Scan;
import org.extenddb.engine.transaction.TransactGetItems;
import org.extenddb.engine.transaction.TransactWriteItems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is let in and what is refused, with the wire's words, by the clock of the test. */
class ThrottlingTest {
    private static final KeyAttribute PK = new KeyAttribute("pk", ScalarType.S);
    private static final KeyAttribute GK = new KeyAttribute("gk", ScalarType.S);
    private static final TableAddress TABLE =
            new TableAddress(new AccountId("000000000000"), new Region("us-east-1"), "abc");
    private static final TableAddress OTHER = new TableAddress(TABLE.account(), TABLE.region(), "other");
    private static final String ARN = "arn:aws:dynamodb:us-east-1:000000000000:table/abc";
    private static final int BURST = 300;

    private final AtomicLong nanos = new AtomicLong();
    private final LiveServers servers = new LiveServers();
    private final Backend backend = MemoryBackend.create();
    private RequestPipeline pipeline = pipeline(true);

    // ---- the answers

    @Test
    void provisionedReads_beyondTheBurst_areRefusedAsDynamoDbDoes() {
        create(provisioned(1, 1));
        drain("GetItem", get("a", true), BURST);

        assertThat(answer("GetItem", get("b", true)))
                .isEqualTo("{\"__type\":\"com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException\","
                        + "\"message\":\"The level of configured provisioned throughput for the table was exceeded."
                        + " Consider increasing your provisioning level with the UpdateTable API.\","
                        + "\"ThrottlingReasons\":[{\"reason\":\"TableReadProvisionedThroughputExceeded\",\"resource\":\""
                        + ARN + "\"}]}");
        assertThat(answer("PutItem", put("a"))).isEqualTo("{}");
    }

    @Test
    void onDemandReads_beyondTheirBound_areRefusedAsDynamoDbDoes() {
        create(TableSettings.of(
                BillingMode.PAY_PER_REQUEST, Throughput.ON_DEMAND.with(new OnDemandThroughput(1L, null))));
        drain("GetItem", get("a", true), BURST);

        assertThat(answer("GetItem", get("a", true)))
                .isEqualTo("{\"__type\":\"com.amazon.coral.availability#ThrottlingException\","
                        + "\"message\":\"Throughput exceeds the maximum OnDemandThroughput configured on table or index\","
                        + "\"throttlingReasons\":[{\"reason\":\"TableReadMaxOnDemandThroughputExceeded\",\"resource\":\""
                        + ARN + "\"}]}");
        drain("PutItem", put("a"), 400);
    }

    @Test
    void indexWithoutThroughput_holdsWritesBack() {
        create(provisioned(1_000, 1_000), index(1, 1));
        drain("PutItem", put("a"), 1);
        drain("UpdateItem", touch(), BURST);

        assertThat(answer("UpdateItem", touch()))
                .contains("#ProvisionedThroughputExceededException")
                .contains(
                        "The level of configured provisioned throughput for one or more global secondary indexes of the"
                                + " table was exceeded. Consider increasing your provisioning level for the under-provisioned"
                                + " global secondary indexes with the UpdateTable API\"")
                .contains("[{\"reason\":\"IndexWriteProvisionedThroughputExceeded\",\"resource\":\"" + ARN
                        + "/index/gsi\"}]");
    }

    @Test
    void indexReads_haveAThroughputOfTheirOwn() {
        create(provisioned(1_000, 1_000), index(1, 1_000));
        String query = "{\"TableName\":\"abc\",\"IndexName\":\"gsi\",\"KeyConditionExpression\":\"gk = :g\","
                + "\"ExpressionAttributeValues\":{\":g\":{\"S\":\"g\"}}}";
        drain("Query", query, 2 * BURST);

        assertThat(answer("Query", query)).contains("IndexReadProvisionedThroughputExceeded");
        assertThat(answer("Scan", "{\"TableName\":\"abc\"}")).contains("\"Count\":0");
    }

    @Test
    void oneKey_isServedNoMoreThanDynamoDbServes() {
        create(TableSettings.onDemand());
        drain("PutItem", put("hot"), 1_000);

        assertThat(answer("PutItem", put("hot")))
                .contains("ThrottlingException")
                .contains("Throughput exceeds the current capacity of your table or index.")
                .contains("TableWriteKeyRangeThroughputExceeded");
        assertThat(answer("PutItem", put("cold"))).isEqualTo("{}");
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(1));
        drain("PutItem", put("hot"), 1_000);
    }

    // ---- batches and transactions

    @Test
    void batchGet_tableWithoutThroughput_leavesItsKeysUnprocessed() {
        create(provisioned(1, 1));
        create(OTHER, provisioned(1, 1));
        drain("GetItem", get("a", true), BURST);
        String keys = "'abc':{'Keys':[{'pk':{'S':'a'}},{'pk':{'S':'b'}}],'ConsistentRead':true}";

        assertThat(answer(
                        "BatchGetItem",
                        json("{'RequestItems':{" + keys + ",'other':{'Keys':[{'pk':{'S':'c'}}]}},"
                                + "'ReturnConsumedCapacity':'TOTAL'}")))
                .isEqualTo(json("{'Responses':{'abc':[],'other':[]},'UnprocessedKeys':{" + keys
                        + "},'ConsumedCapacity':[{'TableName':'other','CapacityUnits':0.5}]}"));
        assertThat(answer("BatchGetItem", json("{'RequestItems':{" + keys + "}}")))
                .contains("#ProvisionedThroughputExceededException")
                .contains("TableReadProvisionedThroughputExceeded");
    }

    @Test
    void batchWrite_keyWithoutThroughput_leavesItUnprocessedAndUnwritten() {
        create(TableSettings.onDemand());
        drain("PutItem", put("hot"), 1_000);
        String hot = "{'PutRequest':{'Item':{'pk':{'S':'hot'},'new':{'BOOL':true}}}}";
        String cold = "{'PutRequest':{'Item':{'pk':{'S':'cold'},'new':{'BOOL':true}}}}";

        assertThat(answer("BatchWriteItem", json("{'RequestItems':{'abc':[" + hot + "," + cold + "]}}")))
                .isEqualTo(json("{'UnprocessedItems':{'abc':[" + hot + "]}}"));
        assertThat(answer("GetItem", get("hot", true))).doesNotContain("new");
        assertThat(answer("GetItem", get("cold", true))).contains("new");
        assertThat(answer("BatchWriteItem", json("{'RequestItems':{'abc':[" + hot + "]}}")))
                .contains("ThrottlingException")
                .contains("TableWriteKeyRangeThroughputExceeded");
    }

    @Test
    void transactWrite_tableWithoutThroughput_isCancelledWithAReasonForEachAction() {
        create(provisioned(1, 1));
        create(OTHER, provisioned(1, 1));
        drain("PutItem", put("a"), BURST);

        assertThat(answer(
                        "TransactWriteItems",
                        json("{'TransactItems':[{'Put':{'TableName':'other','Item':{'pk':{'S':'a'}}}},"
                                + "{'Put':{'TableName':'abc','Item':{'pk':{'S':'a'}}}}]}")))
                .contains("#TransactionCanceledException")
                .contains("[{\"Code\":\"None\"},{\"Code\":\"ProvisionedThroughputExceeded\",\"Message\":\"The level of"
                        + " configured provisioned throughput for the table was exceeded. Consider increasing your"
                        + " provisioning level with the UpdateTable API.\"}]")
                .contains("specific reasons [None, ProvisionedThroughputExceeded]");
        assertThat(answer("GetItem", get("a", true).replace("abc", "other"))).isEqualTo("{}");
    }

    @Test
    void transactGet_hotKeyOnDemand_isCancelledAsAThrottlingError() {
        create(TableSettings.onDemand());
        drain("GetItem", get("hot", true), 3_000);

        assertThat(answer(
                        "TransactGetItems",
                        json("{'TransactItems':[{'Get':{'TableName':'abc','Key':{'pk':{'S':'hot'}}}},"
                                + "{'Get':{'TableName':'abc','Key':{'pk':{'S':'cold'}}}}]}")))
                .contains("specific reasons [ThrottlingError, None]")
                .contains("{\"Code\":\"ThrottlingError\",\"Message\":\"Throughput exceeds the current capacity");
    }

    // ---- what it costs

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "GetItem | {'TableName':'abc','Key':{'pk':{'S':'a'}}} | 0.5",
                "GetItem | {'TableName':'abc','Key':{'pk':{'S':'a'}},'ConsistentRead':true} | 1",
                "Scan | {'TableName':'abc','ConsistentRead':true} | 1",
                "BatchGetItem | {'RequestItems':{'abc':{'Keys':[{'pk':{'S':'a'}},{'pk':{'S':'b'}}],'ConsistentRead':true}}} | 2",
                "TransactGetItems | {'TransactItems':[{'Get':{'TableName':'abc','Key':{'pk':{'S':'a'}}}}]} | 2",
                "PutItem | {'TableName':'abc','Item':{'pk':{'S':'a'}}} | 1",
                "BatchWriteItem | {'RequestItems':{'abc':[{'PutRequest':{'Item':{'pk':{'S':'a'}}}},{'DeleteRequest':{'Key':{'pk':{'S':'b'}}}}]}} | 2",
                "TransactWriteItems | {'TransactItems':[{'Put':{'TableName':'abc','Item':{'pk':{'S':'a'}}}}]} | 2",
                "PutItem | {'TableName':'abc','Item':{'pk':{'S':'a'}},'ConditionExpression':'attribute_exists(x)'} | 1"
            })
    void request_ofEachKind_takesWhatItConsumes(String operation, String request, double units) {
        create(provisioned(1, 1));
        int admitted = (int) Math.ceil(BURST / units);
        drain(operation, json(request), admitted);

        assertThat(answer(operation, json(request))).contains("ProvisionedThroughputExceeded");
        nanos.addAndGet((long) (TimeUnit.SECONDS.toNanos(1) * units) + 1);
        assertThat(answer(operation, json(request))).doesNotContain("ProvisionedThroughputExceeded");
    }

    @Test
    void throughput_isSharedByTheLiveServers() {
        create(provisioned(4, 4));
        servers.set(4);
        drain("GetItem", get("a", true), BURST);

        assertThat(answer("GetItem", get("a", true))).contains("ProvisionedThroughputExceededException");
    }

    @Test
    void off_nothingIsRefused() {
        pipeline = pipeline(false);
        create(provisioned(1, 1));
        drain("PutItem", put("a"), 2_000);
        drain("GetItem", get("a", true), 2_000);
    }

    // ---- helpers

    private void drain(String operation, String json, int times) {
        for (int i = 0; i < times; i++) {
            String answer = answer(operation, json);
            assertThat(answer)
                    .as(operation + " " + i)
                    .doesNotContain("Throughput")
                    .doesNotContain("Throttling");
        }
    }

    private String answer(String operation, String json) {
        WireResponse response = pipeline.handle(WireRequests.post("DynamoDB_20120810." + operation, json));
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    private RequestPipeline pipeline(boolean enabled) {
        Throttle throttle = new Throttle(new ThrottlingConfig(enabled), servers, nanos::get);
        Tables tables = new Tables(backend.tables(), new TableLifecycle(new TableConfig(0)), throttle);
        List<Operation<?, ?, ?>> operations = List.of(
                new PutItem(tables, backend.items()),
                new GetItem(tables, backend.items()),
                new UpdateItem(tables, backend.items()),
                new Query(tables, backend.items()),
                new Scan(tables, backend.items()),
                new BatchGetItem(tables, backend.items()),
                new BatchWriteItem(tables, backend.items()),
                new TransactGetItems(tables, backend.items()),
                new TransactWriteItems(tables, backend.items()));
        Authenticated sender = new Authenticated(Caller.root(TABLE.account(), "AKIDTEST"), TABLE.region());
        return Pipelines.of(operations, request -> sender, (who, requests) -> {});
    }

    private void create(TableSettings settings, IndexDefinition... indexes) {
        create(TABLE, settings, indexes);
    }

    private void create(TableAddress table, TableSettings settings, IndexDefinition... indexes) {
        List<KeyAttribute> attributes = indexes.length == 0 ? List.of(PK) : List.of(PK, GK);
        backend.tables().create(new NewTable(table, KeySchema.of(PK, null), attributes, List.of(indexes), settings));
    }

    private static TableSettings provisioned(long read, long write) {
        return TableSettings.of(BillingMode.PROVISIONED, Throughput.of(new ProvisionedThroughput(read, write)));
    }

    private static IndexDefinition index(long read, long write) {
        return new IndexDefinition(
                "gsi",
                IndexDefinition.Kind.GLOBAL,
                KeySchema.of(GK, null),
                Projection.ALL,
                Throughput.of(new ProvisionedThroughput(read, write)),
                TableStatus.ACTIVE,
                1);
    }

    private static String put(String key) {
        return json("{'TableName':'abc','Item':{'pk':{'S':'" + key + "'}}}");
    }

    private static String touch() {
        return json("{'TableName':'abc','Key':{'pk':{'S':'a'}},'UpdateExpression':'SET gk = :g ADD n :n',"
                + "'ExpressionAttributeValues':{':g':{'S':'g'},':n':{'N':'1'}}}");
    }

    private static String get(String key, boolean consistent) {
        return json("{'TableName':'abc','Key':{'pk':{'S':'" + key + "'}},'ConsistentRead':" + consistent + "}");
    }

    private static String json(String quotes) {
        return quotes.replace('\'', '"');
    }
}
