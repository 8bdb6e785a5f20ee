package org.extenddb.engine.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.extenddb.engine.data.DataPlane;
import org.junit.jupiter.api.Test;

class BatchGetItemTest {
    /** 300 KB with its key of five bytes and the names of its two attributes. */
    private static final String FILLER = "x".repeat(300 * 1024 - 5 - 3);

    private static final int FITTING = 52;

    private final DataPlane plane = new DataPlane();

    @Test
    void execute_moreThanAnAnswerHolds_leavesTheRestAsItWasAskedFor() {
        List<String> keys = IntStream.range(0, FITTING + 2)
                .mapToObj(i -> "{\"pk\":{\"S\":\"key" + (10 + i) + "\"}}")
                .toList();
        for (String key : keys) {
            plane.call(
                    "PutItem",
                    "{\"TableName\":\"hash\",\"Item\":" + key.substring(0, key.length() - 1) + ",\"d\":{\"S\":\""
                            + FILLER + "\"}}}");
        }

        String options =
                "\"ConsistentRead\":true,\"ProjectionExpression\":\"#p\",\"ExpressionAttributeNames\":{\"#p\":\"pk\"}}";
        String other = "{\"Keys\":[{\"pk\":{\"S\":\"a\"},\"sk\":{\"N\":\"1\"}}],\"AttributesToGet\":[\"sk\"]}";
        String answer = plane.call(
                "BatchGetItem",
                "{\"RequestItems\":{\"hash\":{\"Keys\":" + array(keys) + "," + options + ",\"range\":" + other
                        + "},\"ReturnConsumedCapacity\":\"TOTAL\"}");

        assertThat(answer)
                .isEqualTo("{\"Responses\":{\"hash\":" + array(keys.subList(0, FITTING)) + ",\"range\":[]},"
                        + "\"UnprocessedKeys\":{\"hash\":{\"Keys\":" + array(keys.subList(FITTING, FITTING + 2)) + ","
                        + options
                        + ",\"range\":" + other + "},"
                        + "\"ConsumedCapacity\":[{\"TableName\":\"hash\",\"CapacityUnits\":" + FITTING * 75 + ".0}]}");
    }

    private static String array(List<String> values) {
        return values.stream().collect(Collectors.joining(",", "[", "]"));
    }
}
