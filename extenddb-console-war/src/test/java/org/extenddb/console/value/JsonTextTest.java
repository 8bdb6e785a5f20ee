package org.extenddb.console.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonTextTest {
    @Test
    void pretty_blanksInsideOfTexts_stay() {
        JsonObject item =
                JsonText.parse("{\"a    b\":{\"S\":\"f:\\n        x    # y\"},\"l\":{\"L\":[{\"N\":\"1\"}]}}");

        String pretty = JsonText.pretty(item);

        assertThat(JsonText.parse(pretty)).isEqualTo(item);
        assertThat(pretty).contains("\n  \"a    b\": {\n    \"S\"");
    }

    @Test
    void parse_noBytes_hasNoMembers() {
        assertThat(JsonText.parse(new byte[0])).isEqualTo(JsonValue.EMPTY_JSON_OBJECT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'a':1,'a':2} | The name \"a\" is there a second time at line 1, column",
                "{'a':{'b':1,'b':2}} | The name \"b\" is there a second time at line 1, column",
                "{'a':1} {} | This is no JSON at line 1, column",
                "{'a' | This is no JSON at line 1, column",
                "{'a':'\\ud83d'} | This is half of a character at line 1, column",
                "[1] | An item is a JSON object"
            })
    void parse_whatAReaderWouldPassOver_isAFault(String text, String fault) {
        assertThatThrownBy(() -> JsonText.parse(text.replace('\'', '"')))
                .isInstanceOf(InvalidJsonException.class)
                .hasMessageStartingWith(fault);
    }

    @Test
    void read_numbersAndLevelsBeyondAllLimits_areProblemsAndNotFailures() {
        assertThat(ItemText.read("{\"a\":" + "9".repeat(1_200) + "}", true).problem())
                .isNotNull();
        assertThat(ItemText.read("{\"a\":1e999999999999}", true).problem()).isNotNull();
        assertThat(ItemText.read("{\"a\":" + "[".repeat(3_000) + "]".repeat(3_000) + "}", true)
                        .problem())
                .startsWith("This is nested too deeply");
    }

    @Test
    void plain_smallNumber_comesBackAsItWas() {
        JsonObject item = JsonText.parse("{\"n\":{\"N\":\"-0." + "0".repeat(129) + "15\"}}");

        assertThat(PlainJson.toItem(PlainJson.ofItem(item))).isEqualTo(item);
    }
}
