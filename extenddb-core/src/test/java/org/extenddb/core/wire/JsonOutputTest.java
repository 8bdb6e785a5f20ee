package org.extenddb.core.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.extenddb.core.testing.RandomValues;
import org.extenddb.core.testing.Seeds;
import org.junit.jupiter.api.Test;

class JsonOutputTest {
    @Test
    void members_ofEveryKind_areSeparatedByCommas() {
        JsonOutput out = new JsonOutput(1)
                .beginObject()
                .member("a")
                .beginArray()
                .number(1)
                .number(-2)
                .beginObject()
                .endObject()
                .beginArray()
                .endArray()
                .endArray()
                .member("b")
                .string("x")
                .member("c")
                .bool(true)
                .member("d")
                .bool(false)
                .member("e")
                .raw("{\"r\":1}".getBytes(UTF_8))
                .member("f")
                .beginObject()
                .member("g")
                .number(3)
                .endObject()
                .endObject();

        assertThat(out)
                .hasToString("{\"a\":[1,-2,{},[]],\"b\":\"x\",\"c\":true,\"d\":false,\"e\":{\"r\":1},\"f\":{\"g\":3}}");
        assertThat(out.toByteArray()).hasSize(out.size());
    }

    @Test
    void decimal_capacityUnits_keepTheirPoint() {
        assertThat(new JsonOutput().decimal(0.5)).hasToString("0.5");
        assertThat(new JsonOutput().decimal(1)).hasToString("1.0");
        assertThat(new JsonOutput().decimal(1024.5)).hasToString("1024.5");
    }

    @Test
    void epochSeconds_toTheMillisecond_inPlainDigits() {
        assertThat(new JsonOutput().epochSeconds(Instant.ofEpochMilli(1_700_000_000_123L)))
                .hasToString("1700000000.123");
        assertThat(new JsonOutput().epochSeconds(Instant.ofEpochMilli(1_700_000_000_500L)))
                .hasToString("1700000000.5");
        assertThat(new JsonOutput().epochSeconds(Instant.ofEpochSecond(1_700_000_000)))
                .hasToString("1700000000");
    }

    @Test
    void string_specialCharacters_areEscapedOrEncoded() {
        assertThat(new JsonOutput().string("\"\\/\b\t\n\f\r\u0000\u001f\u007f"))
                .hasToString("\"\\\"\\\\/\\b\\t\\n\\f\\r\\u0000\\u001f\u007f\"");
        assertThat(new JsonOutput().string("é\u0800\uffff😀").toByteArray())
                .isEqualTo("\"é\u0800\uffff😀\"".getBytes(UTF_8));
        assertThat(new JsonOutput().string("\ud83d")).hasToString("\"?\"");
    }

    @Test
    void string_anyString_isReadAgain() {
        Seeds.forEach(10_000, random -> {
            String text = new RandomValues(random).string().repeat(random.nextInt(20));
            byte[] body = new JsonOutput()
                    .beginObject()
                    .member("Str")
                    .string(text)
                    .endObject()
                    .toByteArray();

            assertThat(SampleBody.read(body).string).isEqualTo(text);
        });
    }
}
