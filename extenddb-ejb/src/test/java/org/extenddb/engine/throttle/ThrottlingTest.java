package org.extenddb.engine.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.extenddb.core.model.BillingMode;
import org.extenddb.core.model.OnDemandThroughput;
import org.extenddb.core.model.TableSettings;
import org.extenddb.core.model.Throughput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is let in and what is refused, with the wire's words. */
class ThrottlingTest extends ThrottledServer {
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
}
