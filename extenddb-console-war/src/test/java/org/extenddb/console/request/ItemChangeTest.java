package org.extenddb.console.request;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import org.extenddb.console.value.JsonText;
import org.junit.jupiter.api.Test;

class ItemChangeTest {
    private static final JsonObject KEY = JsonText.parse("{\"pk\":{\"S\":\"a\"}}");

    @Test
    void replacing_changedAddedRemoved_writesTheseAndComparesAll() {
        JsonObject request = ItemChange.replacing(
                "t",
                KEY,
                JsonText.parse(
                        "{\"pk\":{\"S\":\"a\"},\"n\":{\"N\":\"1\"},\"old\":{\"S\":\"x\"},\"same\":{\"S\":\"y\"}}"),
                JsonText.parse(
                        "{\"pk\":{\"S\":\"a\"},\"n\":{\"N\":\"2\"},\"new\":{\"S\":\"z\"},\"same\":{\"S\":\"y\"}}"));

        assertThat(request.getString("UpdateExpression")).isEqualTo("SET #n1 = :v1, #n3 = :v2 REMOVE #n2");
        assertThat(request.getString("ConditionExpression"))
                .isEqualTo("#n4 = :v3 AND #n1 = :v4 AND #n2 = :v5 AND attribute_not_exists(#n3) AND #n5 = :v6");
        assertThat(request.getString("ReturnValuesOnConditionCheckFailure")).isEqualTo("ALL_OLD");
    }

    @Test
    void replacing_hundredsOfAttributes_staysWithinDynamoDbsOperators() {
        JsonObjectBuilder wide = Json.createObjectBuilder(KEY);
        for (int i = 0; i < 400; i++) {
            wide.add("a" + i, Json.createObjectBuilder().add("N", Integer.toString(i)));
        }
        JsonObject before = wide.build();
        JsonObject after = Json.createObjectBuilder(before)
                .add("a399", Json.createObjectBuilder().add("N", "0"))
                .build();

        JsonObject request = ItemChange.replacing("t", KEY, before, after);

        assertThat(request.getString("ConditionExpression").split(" AND ")).hasSizeLessThan(150);
        assertThat(request.getJsonObject("ExpressionAttributeNames").toString()).contains("a399");
    }
}
