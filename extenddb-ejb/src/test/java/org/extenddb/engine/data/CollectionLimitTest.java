package org.extenddb.engine.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.extenddb.core.storage.contract.Backend;
import org.extenddb.core.storage.memory.MemoryBackend;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A limit so small that every write has its collection measured: ten kilobytes, of which {@code full} has twelve. */
class CollectionLimitTest {
    private static final long LIMIT = 10_000;
    private static final String EXCEEDED = "ItemCollectionSizeLimitExceededException: Collection size exceeded.";

    private final AtomicLong nanos = new AtomicLong();
    private final Backend backend = MemoryBackend.create();
    private final CollectionLimit limit = new CollectionLimit(LIMIT, backend.items(), nanos::get);
    private final DataPlane plane = new DataPlane(backend, limit);

    @BeforeEach
    void fill() {
        for (String sk : new String[] {"1", "2", "3"}) {
            assertThat(put("indexed", "full", sk, 4_000)).isEqualTo("{}");
        }
        assertThat(put("indexed", "other", "1", 4_000)).isEqualTo("{}");
        limit.measure();
    }

    @Test
    void write_collectionFull_isRefusedIfItGrows() {
        assertThat(put("indexed", "full", "4", 10)).isEqualTo(EXCEEDED);
        assertThat(put("indexed", "full", "3", 4_001)).isEqualTo(EXCEEDED);
        assertThat(update("full", "3", 4_001)).isEqualTo(EXCEEDED);
        assertThat(update("full", "5", 1)).isEqualTo(EXCEEDED);
        assertThat(count("full")).isEqualTo(3);
    }

    @Test
    void write_collectionFull_isDoneIfItDoesNotGrow() {
        assertThat(put("indexed", "full", "3", 4_000)).isEqualTo("{}");
        assertThat(update("full", "3", 3_999)).isEqualTo("{}");
        assertThat(answer("DeleteItem", "{'TableName':'indexed','Key':" + key("full", "2") + "}"))
                .isEqualTo("{}");
        assertThat(put("indexed", "other", "2", 4_000)).isEqualTo("{}");
        assertThat(count("full")).isEqualTo(2);
    }

    @Test
    void write_conditionFails_isToldOfTheCondition() {
        assertThat(answer(
                        "PutItem",
                        "{'TableName':'indexed','Item':" + item("full", "4", 10)
                                + ",'ConditionExpression':'attribute_exists(pk)'}"))
                .isEqualTo("ConditionalCheckFailedException: The conditional request failed");
    }

    @Test
    void transactWrite_collectionFull_isCancelledWithTheReasonAtItsPosition() {
        assertThat(answer(
                        "TransactWriteItems",
                        "{'TransactItems':[{'Put':{'TableName':'indexed','Item':" + item("other", "9", 10)
                                + "}},{'Put':{'TableName':'indexed','Item':" + item("full", "9", 10) + "}}]}"))
                .isEqualTo("TransactionCanceledException: Transaction cancelled, please refer cancellation reasons for"
                        + " specific reasons [None, ItemCollectionSizeLimitExceeded]"
                        + " {None} {ItemCollectionSizeLimitExceeded: Collection size exceeded.}");
        assertThat(count("other")).isEqualTo(1);
    }

    @Test
    void batchWrite_collectionFull_isRefusedAsAWhole() {
        String other = "{'PutRequest':{'Item':" + item("other", "9", 10) + "}}";
        String full = "{'PutRequest':{'Item':" + item("full", "9", 10) + "}}";
        String same = "{'PutRequest':{'Item':" + item("full", "3", 4_000) + "}}";

        assertThat(answer("BatchWriteItem", "{'RequestItems':{'indexed':[" + other + "," + full + "]}}"))
                .isEqualTo(EXCEEDED);
        assertThat(count("other")).isEqualTo(1);
        assertThat(answer("BatchWriteItem", "{'RequestItems':{'indexed':[" + other + "," + same + "]}}"))
                .isEqualTo(json("{'UnprocessedItems':{}}"));
    }

    @Test
    void write_afterItemsWereTakenOut_isDoneOnceThatIsKnown() {
        answer("DeleteItem", "{'TableName':'indexed','Key':" + key("full", "1") + "}");
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(1));
        assertThat(put("indexed", "full", "4", 10)).isEqualTo(EXCEEDED);

        limit.measure();

        assertThat(put("indexed", "full", "4", 10)).isEqualTo("{}");
    }

    @Test
    void write_ofALargeCollection_isMeasuredAgainBeforeItIsFull() {
        put("indexed", "growing", "1", 8_000);
        limit.measure();
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(1));
        assertThat(put("indexed", "growing", "2", 4_000)).isEqualTo("{}");
        limit.measure();

        assertThat(put("indexed", "growing", "3", 10)).isEqualTo(EXCEEDED);
    }

    @Test
    void write_tableWithoutLocalIndex_hasNoLimit() {
        for (int sk = 1; sk < 6; sk++) {
            assertThat(answer(
                            "PutItem",
                            "{'TableName':'range','Item':{'pk':{'S':'full'},'sk':{'N':'" + sk + "'},'v':{'S':'"
                                    + "x".repeat(4_000) + "'}}}"))
                    .isEqualTo("{}");
            limit.measure();
        }
    }

    private String put(String table, String pk, String sk, int size) {
        return answer("PutItem", "{'TableName':'" + table + "','Item':" + item(pk, sk, size) + "}");
    }

    private String update(String pk, String sk, int size) {
        return answer(
                "UpdateItem",
                "{'TableName':'indexed','Key':" + key(pk, sk) + ",'UpdateExpression':'SET v = :v',"
                        + "'ExpressionAttributeValues':{':v':{'S':'" + "x".repeat(size) + "'}}}");
    }

    private int count(String pk) {
        String answer = answer(
                "Query",
                "{'TableName':'indexed','Select':'COUNT','KeyConditionExpression':'pk = :p',"
                        + "'ExpressionAttributeValues':{':p':{'S':'" + pk + "'}}}");
        return Integer.parseInt(answer.replaceAll(".*\"Count\":(\\d+).*", "$1"));
    }

    private static String item(String pk, String sk, int size) {
        return "{'pk':{'S':'" + pk + "'},'sk':{'S':'" + sk + "'},'v':{'S':'" + "x".repeat(size) + "'}}";
    }

    private static String key(String pk, String sk) {
        return "{'pk':{'S':'" + pk + "'},'sk':{'S':'" + sk + "'}}";
    }

    private String answer(String operation, String request) {
        return plane.answer(operation, json(request));
    }

    private static String json(String quotes) {
        return quotes.replace('\'', '"');
    }
}
