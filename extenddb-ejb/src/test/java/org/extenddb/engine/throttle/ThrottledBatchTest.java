package org.extenddb.engine.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.extenddb.core.model.TableSettings;
import org.extenddb.core.storage.ItemStore;
import org.extenddb.core.storage.TableChangedException;
import org.extenddb.core.storage.TableLayout;
import org.junit.jupiter.api.Test;

/** Batches and transactions of which a part is refused. */
class ThrottledBatchTest extends ThrottledServer {
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

    /** Two units are left: of writes of one unit the first two are done, of reads of half a unit the first four. */
    @Test
    void batch_ofMoreThanThereIsThroughputFor_leavesTheRestUnprocessed() {
        create(provisioned(1, 1));
        drain("PutItem", put("a"), BURST - 2);
        drain("GetItem", get("a", true), BURST - 2);
        List<String> puts = IntStream.range(0, 5)
                .mapToObj(i -> "{'PutRequest':{'Item':{'pk':{'S':'" + i + "'}}}}")
                .toList();
        List<String> keys =
                IntStream.range(0, 5).mapToObj(i -> "{'pk':{'S':'" + i + "'}}").toList();

        assertThat(answer("BatchWriteItem", json("{'RequestItems':{'abc':[" + String.join(",", puts) + "]}}")))
                .isEqualTo(json("{'UnprocessedItems':{'abc':[" + String.join(",", puts.subList(2, 5)) + "]}}"));
        assertThat(answer("BatchGetItem", json("{'RequestItems':{'abc':{'Keys':[" + String.join(",", keys) + "]}}}")))
                .isEqualTo(json(
                        "{'Responses':{'abc':[{'pk':{'S':'0'}},{'pk':{'S':'1'}}]},'UnprocessedKeys':{'abc':{'Keys':["
                                + keys.get(4) + "]}}}"));
        assertThat(answer("PutItem", put("a"))).contains("ProvisionedThroughputExceededException");
        assertThat(answer("GetItem", get("a", true))).contains("ProvisionedThroughputExceededException");
    }

    /** What was taken ahead is not taken twice. */
    @Test
    void batch_ofLargeItems_costsWhatSingleOnesCost() {
        create(provisioned(1, 1));
        String large = "{'PutRequest':{'Item':{'pk':{'S':'a'},'f':{'S':'" + "x".repeat(3_000) + "'}}}}";
        drain("BatchWriteItem", json("{'RequestItems':{'abc':[" + large + "]}}"), BURST / 3);

        assertThat(answer("PutItem", put("b"))).contains("ProvisionedThroughputExceededException");
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(1) + 1);
        assertThat(answer("PutItem", put("b"))).isEqualTo("{}");
    }

    /** A batch that begins again under a table's new definition is let in, and paid for, once. */
    @Test
    void batch_begunAgainAfterATableChanged_isChargedOnce() {
        create(provisioned(1, 1));
        drain("PutItem", put("a"), BURST - 2);
        drain("GetItem", get("a", true), BURST - 2);
        String puts = "{'PutRequest':{'Item':{'pk':{'S':'1'}}}},{'PutRequest':{'Item':{'pk':{'S':'2'}}}}";
        String keys = "{'Keys':[{'pk':{'S':'1'}},{'pk':{'S':'2'}}],'ConsistentRead':true}";
        items = changedOnceEach(items);
        pipeline = pipeline(throttle);

        assertThat(answer("BatchWriteItem", json("{'RequestItems':{'abc':[" + puts + "]}}")))
                .isEqualTo(json("{'UnprocessedItems':{}}"));
        assertThat(answer("BatchGetItem", json("{'RequestItems':{'abc':" + keys + "}}")))
                .isEqualTo(json("{'Responses':{'abc':[{'pk':{'S':'1'}},{'pk':{'S':'2'}}]},'UnprocessedKeys':{}}"));
    }

    /** Throws at the first call of each method that the table has changed. */
    private static ItemStore changedOnceEach(ItemStore items) {
        Set<Method> called = new HashSet<>();
        return (ItemStore) Proxy.newProxyInstance(
                ItemStore.class.getClassLoader(), new Class<?>[] {ItemStore.class}, (proxy, method, arguments) -> {
                    if (called.add(method)) {
                        throw new TableChangedException(new TableLayout(1, 1, List.of()));
                    }
                    return method.invoke(items, arguments);
                });
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
}
