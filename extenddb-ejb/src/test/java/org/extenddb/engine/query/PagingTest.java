package org.extenddb.engine.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.extenddb.engine.data.DataPlane;
import org.junit.jupiter.api.Test;

/** Pages that end by size, and shares of a parallel scan. */
final class PagingTest {
    private static final Pattern KEY = Pattern.compile("\"LastEvaluatedKey\":(\\{.*?\\}\\})");
    private static final Pattern ITEM = Pattern.compile("\\{\"pk\":\\{\"S\":\"(p[0-9]+)\"\\}\\}");

    private final DataPlane plane = new DataPlane();

    @Test
    void query_moreThanAMegabyte_endsThePageWithTheItemThatReachesIt() {
        String padding = "x".repeat(300_000);
        for (int i = 0; i < 6; i++) {
            plane.call(
                    "PutItem",
                    "{\"TableName\":\"range\",\"Item\":{\"pk\":{\"S\":\"p\"},\"sk\":{\"N\":\"" + i
                            + "\"},\"x\":{\"S\":\"" + padding + "\"}}}");
        }
        String query =
                "{\"TableName\":\"range\",\"KeyConditionExpression\":\"pk = :p\",\"FilterExpression\":\"attribute_not_exists(x)\","
                        + "\"ExpressionAttributeValues\":{\":p\":{\"S\":\"p\"}},\"ReturnConsumedCapacity\":\"TOTAL\"";
        String first = plane.call("Query", query + "}");
        assertThat(first)
                .isEqualTo("{\"Items\":[],\"Count\":0,\"ScannedCount\":4,"
                        + "\"LastEvaluatedKey\":{\"pk\":{\"S\":\"p\"},\"sk\":{\"N\":\"3\"}},"
                        + "\"ConsumedCapacity\":{\"TableName\":\"range\",\"CapacityUnits\":146.5}}");
        assertThat(plane.call("Query", query + ",\"ExclusiveStartKey\":{\"pk\":{\"S\":\"p\"},\"sk\":{\"N\":\"3\"}}}"))
                .startsWith("{\"Items\":[],\"Count\":0,\"ScannedCount\":2,\"ConsumedCapacity\"");
    }

    @Test
    void scan_inSegmentsAndPages_seesEveryItemOnce() {
        Set<String> expected = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            plane.call("PutItem", "{\"TableName\":\"hash\",\"Item\":{\"pk\":{\"S\":\"p" + i + "\"}}}");
            expected.add("p" + i);
        }
        Set<String> seen = new HashSet<>();
        for (int segment = 0; segment < 3; segment++) {
            readSegment(segment, seen);
        }
        assertThat(seen).isEqualTo(expected);
    }

    private void readSegment(int segment, Set<String> seen) {
        String start = "";
        do {
            String page = plane.call(
                    "Scan",
                    "{\"TableName\":\"hash\",\"Limit\":7,\"TotalSegments\":3,\"Segment\":" + segment + start + "}");
            Matcher items = ITEM.matcher(page.substring(0, page.indexOf("\"Count\"")));
            while (items.find()) {
                assertThat(seen.add(items.group(1))).as(items.group(1)).isTrue();
            }
            Matcher key = KEY.matcher(page);
            start = key.find() ? ",\"ExclusiveStartKey\":" + key.group(1) : "";
        } while (!start.isEmpty());
    }
}
