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

        assertThat(request.getJsonObject("AttributeUpdates"))
                .isEqualTo(
                        JsonText.parse(
                                "{\"n\":{\"Action\":\"PUT\",\"Value\":{\"N\":\"2\"}},\"old\":{\"Action\":\"DELETE\"},\"new\":{\"Action\":\"PUT\",\"Value\":{\"S\":\"z\"}}}"));
        assertThat(request.getJsonObject("Expected"))
                .isEqualTo(
                        JsonText.parse(
                                "{\"pk\":{\"Value\":{\"S\":\"a\"}},\"n\":{\"Value\":{\"N\":\"1\"}},\"old\":{\"Value\":{\"S\":\"x\"}},\"same\":{\"Value\":{\"S\":\"y\"}},\"new\":{\"Exists\":false}}"));
        assertThat(request.getString("ReturnValuesOnConditionCheckFailure")).isEqualTo("ALL_OLD");
    }

    @Test
    void replacing_hundredsOfAttributes_comparesAllOfThem() {
        JsonObjectBuilder wide = Json.createObjectBuilder(KEY);
        for (int i = 0; i < 400; i++) {
            wide.add("a" + i, Json.createObjectBuilder().add("N", Integer.toString(i)));
        }
        JsonObject before = wide.build();
        JsonObject after = Json.createObjectBuilder(before)
                .add("a399", Json.createObjectBuilder().add("N", "0"))
                .build();

        JsonObject request = ItemChange.replacing("t", KEY, before, after);

        assertThat(request.getJsonObject("Expected")).hasSize(401);
        assertThat(request.getJsonObject("AttributeUpdates")).containsOnlyKeys("a399");
    }
}
