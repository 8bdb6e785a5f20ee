package org.extenddb.engine.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
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
import org.extenddb.core.model.Projection;
import org.extenddb.core.model.ProvisionedThroughput;
import org.extenddb.core.model.Region;
import org.extenddb.core.model.ScalarType;
import org.extenddb.core.model.TableAddress;
import org.extenddb.core.model.TableSettings;
import org.extenddb.core.model.TableStatus;
import org.extenddb.core.model.Throughput;
import org.extenddb.core.storage.ItemStore;
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

/** The operations behind a throttle that goes by the clock of the test, on storage in memory; and what is asked of them. */
abstract class ThrottledServer {
    static final KeyAttribute PK = new KeyAttribute("pk", ScalarType.S);
    static final KeyAttribute GK = new KeyAttribute("gk", ScalarType.S);
    static final TableAddress TABLE = new TableAddress(new AccountId("000000000000"), new Region("us-east-1"), "abc");
    static final TableAddress OTHER = new TableAddress(TABLE.account(), TABLE.region(), "other");
    static final String ARN = "arn:aws:dynamodb:us-east-1:000000000000:table/abc";
    static final int BURST = 300;

    final AtomicLong nanos = new AtomicLong();
    final LiveServers servers = new LiveServers();
    private final Backend backend = MemoryBackend.create();
    ItemStore items = backend.items();
    Throttle throttle = new Throttle(new ThrottlingConfig(true), servers, nanos::get);
    RequestPipeline pipeline = pipeline(throttle);

    void drain(String operation, String json, int times) {
        for (int i = 0; i < times; i++) {
            String answer = answer(operation, json);
            assertThat(answer)
                    .as(operation + " " + i)
                    .doesNotContain("Throughput")
                    .doesNotContain("Throttling");
        }
    }

    String answer(String operation, String json) {
        WireResponse response = pipeline.handle(WireRequests.post("DynamoDB_20120810." + operation, json));
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    RequestPipeline pipeline(boolean enabled) {
        return pipeline(new Throttle(new ThrottlingConfig(enabled), servers, nanos::get));
    }

    RequestPipeline pipeline(Throttle throttle) {
        Tables tables = new Tables(backend.tables(), new TableLifecycle(new TableConfig(0)), throttle);
        List<Operation<?, ?, ?>> operations = List.of(
                new PutItem(tables, items),
                new GetItem(tables, items),
                new UpdateItem(tables, items),
                new Query(tables, items),
                new Scan(tables, items),
                new BatchGetItem(tables, items),
                new BatchWriteItem(tables, items),
                new TransactGetItems(tables, items),
                new TransactWriteItems(tables, items));
        Authenticated sender = new Authenticated(Caller.root(TABLE.account(), "AKIDTEST"), TABLE.region());
        return Pipelines.of(operations, request -> sender, (who, context, requests) -> {});
    }

    void create(TableSettings settings, IndexDefinition... indexes) {
        create(TABLE, settings, indexes);
    }

    void create(TableAddress table, TableSettings settings, IndexDefinition... indexes) {
        List<KeyAttribute> attributes = indexes.length == 0 ? List.of(PK) : List.of(PK, GK);
        backend.tables().create(new NewTable(table, KeySchema.of(PK, null), attributes, List.of(indexes), settings));
    }

    static TableSettings provisioned(long read, long write) {
        return TableSettings.of(BillingMode.PROVISIONED, Throughput.of(new ProvisionedThroughput(read, write)));
    }

    static IndexDefinition index(long read, long write) {
        return new IndexDefinition(
                "gsi",
                IndexDefinition.Kind.GLOBAL,
                KeySchema.of(GK, null),
                Projection.ALL,
                Throughput.of(new ProvisionedThroughput(read, write)),
                TableStatus.ACTIVE,
                1);
    }

    static String put(String key) {
        return json("{'TableName':'abc','Item':{'pk':{'S':'" + key + "'}}}");
    }

    static String touch() {
        return json("{'TableName':'abc','Key':{'pk':{'S':'a'}},'UpdateExpression':'SET gk = :g ADD n :n',"
                + "'ExpressionAttributeValues':{':g':{'S':'g'},':n':{'N':'1'}}}");
    }

    static String get(String key, boolean consistent) {
        return json("{'TableName':'abc','Key':{'pk':{'S':'" + key + "'}},'ConsistentRead':" + consistent + "}");
    }

    static String json(String quotes) {
        return quotes.replace('\'', '"');
    }
}
