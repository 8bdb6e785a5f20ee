package org.extenddb.console.value;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainJsonTest {
    @Test
    void ofItem_everyType_isOrdinaryJsonWhereThereIsSome() {
        JsonObject item = JsonText.parse("""
                {"s":{"S":"a"},"n":{"N":"1.50"},"t":{"BOOL":true},"z":{"NULL":true},"l":{"L":[{"S":"x"},{"N":"2"}]},
                 "m":{"M":{"k":{"S":"v"}}},"ss":{"SS":["a","b"]},"b":{"B":"AQ=="}}""");

        assertThat(PlainJson.ofItem(item)).isEqualTo(JsonText.parse("""
                {"s":"a","n":1.50,"t":true,"z":null,"l":["x",2],"m":{"k":"v"},"ss":{"SS":["a","b"]},"b":{"B":"AQ=="}}"""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":{\"S\":\"\"}}",
                "{\"a\":{\"N\":\"123456789012345678901234567890.12345678\"}}",
                "{\"a\":{\"N\":\"0.00000000000000000000000000000000000000000000000001\"}}",
                "{\"a\":{\"M\":{\"SS\":{\"L\":[]}}}}",
                "{\"a\":{\"M\":{\"B\":{\"S\":\"a map that looks like a binary value\"}}}}",
                "{\"a\":{\"M\":{\"M\":{\"M\":{}}}}}",
                "{\"a\":{\"L\":[{\"NULL\":true},{\"BOOL\":false},{\"BS\":[\"AQ==\"]}]}}"
            })
    void toItem_whatOfItemWrote_isTheSameItem(String json) {
        JsonObject item = JsonText.parse(json);

        assertThat(PlainJson.toItem(PlainJson.ofItem(item))).isEqualTo(item);
    }

    @Test
    void toItem_smallestNumber_isWrittenOutAsTheServerWritesIt() {
        JsonObject smallest = PlainJson.toItem(JsonText.parse("{\"a\":1E-130}"));

        assertThat(smallest).hasToString("{\"a\":{\"N\":\"0." + "0".repeat(129) + "1\"}}");
    }

    @Test
    void toItem_wholeNumberWithExponent_isWrittenOut() {
        assertThat(PlainJson.toItem(JsonText.parse("{\"a\":1e3}"))).hasToString("{\"a\":{\"N\":\"1000\"}}");
    }
}
