package org.extenddb.core.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.ErrorCode;
import org.extenddb.core.error.MessagesAttributeValue;
import org.extenddb.core.model.AttributeValue;
import org.extenddb.core.model.AttributeValue.StringValue;
import org.extenddb.core.model.MessagesNumber;
import org.extenddb.core.model.NestingDepth;
import org.extenddb.core.testing.GoldenLines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class JsonInputTest {
    static Stream<Arguments> serializationErrors() {
        return GoldenLines.of(JsonInputTest.class, "serialization-errors.txt");
    }

    static Stream<Arguments> attributeValues() {
        return GoldenLines.of(JsonInputTest.class, "attribute-values.txt");
    }

    @ParameterizedTest
    @MethodSource("serializationErrors")
    void object_wrongShape_isSerializationException(String body, String message) {
        DynamoDbException error = fault(body.getBytes(UTF_8));

        assertThat(error.code()).isEqualTo(ErrorCode.SERIALIZATION);
        assertThat(error.getMessage()).isEqualTo(message.equals("none") ? null : message);
    }

    @ParameterizedTest
    @MethodSource("attributeValues")
    void attributeValue_asSent_isValueOrProblem(String sent, String expected) {
        Decoded<AttributeValue> decoded = SampleBody.read("{\"Value\":" + sent + "}").value;

        String actual = decoded.value() == null
                ? decoded.problem()
                : new JsonOutput().value(decoded.value()).toString();
        assertThat(actual).isEqualTo(expected);
    }

    @Test
    void object_allMembers_areRead() {
        SampleBody body = SampleBody.read("""
                {"Str":"s\\u0000é😀", "Int": 7, "Long": -9, "Double": 0.5, "Date": 1700000000.123, "Bool": true, "Bin": "AP8=",
                 "List": ["a", "b"], "Map": {"k": "v"}, "Struct": {"Str": "inner"}, "Structs": [{"Int": 1}, {"Int": 2}],
                 "Skipped": {"a": [1, {"b": 2}]}, "Unread": [[{}]], "Values": [{"S": "x"}]}""");

        assertThat(body.string).isEqualTo("s\u0000é😀");
        assertThat(body.integer).isEqualTo(7);
        assertThat(body.longInteger).isEqualTo(-9);
        assertThat(body.decimal).isEqualTo(0.5);
        assertThat(body.date).isEqualTo(Instant.ofEpochMilli(1_700_000_000_123L));
        assertThat(body.bool).isTrue();
        assertThat(body.binary).containsExactly(0, 0xFF);
        assertThat(body.list).containsExactly("a", "b");
        assertThat(body.map).isEqualTo(Map.of("k", "v"));
        assertThat(body.struct.string).isEqualTo("inner");
        assertThat(body.structs).extracting(s -> s.integer).containsExactly(1, 2);
        assertThat(body.values.value()).isEqualTo(List.of(new StringValue("x")));
        assertThat(body.members).hasSize(14).endsWith("Skipped", "Unread", "Values");
    }

    @Test
    void object_nullMembers_areAbsent() {
        SampleBody body = SampleBody.read("""
                {"Str":null,"Int":null,"Long":null,"Bool":null,"Bin":null,"List":null,"Map":null,"Value":null,"Item":null,
                 "Structs":[null],"Struct":null}""");

        assertThat(body.string).isNull();
        assertThat(body.integer).isNull();
        assertThat(body.longInteger).isNull();
        assertThat(body.bool).isNull();
        assertThat(body.binary).isNull();
        assertThat(body.list).isNull();
        assertThat(body.map).isNull();
        assertThat(body.value).isNull();
        assertThat(body.item).isNull();
        assertThat(body.structs).isEmpty();
        assertThat(body.struct.members).isEmpty();
    }

    @Test
    void object_duplicateMember_lastOneCounts() {
        assertThat(SampleBody.read("{\"Str\":\"a\",\"Str\":\"b\"}").string).isEqualTo("b");
    }

    @Test
    void integer_beyondRangeOrFraction_isNearest() {
        assertThat(SampleBody.read("{\"Int\":2147483648}").integer).isEqualTo(Integer.MAX_VALUE);
        assertThat(SampleBody.read("{\"Int\":-1e99}").integer).isEqualTo(Integer.MIN_VALUE);
        assertThat(SampleBody.read("{\"Int\":1.9}").integer).isEqualTo(1);
        assertThat(SampleBody.read("{\"Long\":9223372036854775807}").longInteger)
                .isEqualTo(Long.MAX_VALUE);
        assertThat(SampleBody.read("{\"Long\":-9223372036854775809}").longInteger)
                .isEqualTo(Long.MIN_VALUE);
        assertThat(SampleBody.read("{\"Long\":" + "9".repeat(1_000_000) + "}").longInteger)
                .isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void object_notUtf8_isSerializationException() {
        assertThat(fault("{\"Str\":\"é\"}".getBytes(ISO_8859_1)).getMessage()).isNull();
        assertThat(fault("{\"Str\":\"a\"}".getBytes(UTF_16)).getMessage()).isNull();
    }

    @Test
    void object_jsonNestedWithoutEnd_isSerializationException() {
        assertThat(fault(("{\"X\":" + "[".repeat(4_000_000)).getBytes(UTF_8)).code())
                .isEqualTo(ErrorCode.SERIALIZATION);
    }

    @Test
    void attributeValue_largeStringAndNumber_areRead() {
        String large = "x".repeat(15_000_000);
        Decoded<AttributeValue> string = SampleBody.read("{\"Value\":{\"S\":\"" + large + "\"}}").value;
        Decoded<AttributeValue> number =
                SampleBody.read("{\"Value\":{\"N\":\"" + "9".repeat(15_000_000) + "\"}}").value;

        assertThat(((StringValue) string.value()).value()).hasSize(15_000_000);
        assertThat(number.problem()).isEqualTo(MessagesNumber.OVERFLOW);
    }

    @Test
    void attributeValue_deep_isReadUntilItIsNoUse() {
        assertThat(NestingDepth.of(nested(40).value())).isEqualTo(41);
        assertThat(nested(150).problem()).isEqualTo(MessagesAttributeValue.NESTED_TOO_DEEP);
    }

    private static Decoded<AttributeValue> nested(int levels) {
        return SampleBody.read("{\"Value\":" + "{\"L\":[".repeat(levels) + "{\"S\":\"x\"}" + "]}".repeat(levels) + "}")
                .value;
    }

    private static DynamoDbException fault(byte[] body) {
        return catchThrowableOfType(DynamoDbException.class, () -> SampleBody.read(body));
    }
}
