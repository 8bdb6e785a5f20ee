package org.extenddb.transfer.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.extenddb.transfer.format.Records.read;
import static org.extenddb.transfer.format.Records.stream;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.extenddb.core.model.AttributeValue;
import org.extenddb.core.model.Item;
import org.extenddb.core.testing.RandomValues;
import org.extenddb.core.testing.Seeds;
import org.extenddb.core.wire.ItemJson;
import org.extenddb.transfer.format.RecordReader.Entry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordReaderTest {
    private static final String ALL_TYPES = "{\"a\":{\"S\":\"x\\u0000\\n"
            + "\"},\"b\":{\"N\":\"-1.50E+3\"},\"c\":{\"B\":\"AAE=\"},"
            + "\"d\":{\"BOOL\":true},\"e\":{\"NULL\":true},\"f\":{\"SS\":[\"p\",\"q\"]},\"g\":{\"NS\":[\"1\",\"2\"]},"
            + "\"h\":{\"BS\":[\"AA==\"]},\"i\":{\"L\":[{\"S\":\"\"},{\"L\":[]}]},\"j\":{\"M\":{\"k\":{\"N\":\"0\"}}}}";

    // ---- DynamoDB JSON

    @Test
    void json_lines_areItems() throws IOException {
        List<String> read =
                json("{\"Item\":{\"a\":{\"S\":\"1\"}}}\n\r\n  \n{\"Item\": {\"b\": {\"N\": \"02\"}} }\r\n{\"Item\":"
                        + ALL_TYPES + "}");

        assertThat(read)
                .containsExactly(
                        "{\"a\":{\"S\":\"1\"}}", "{\"b\":{\"N\":\"2\"}}", ALL_TYPES.replace("-1.50E+3", "-1500"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":{\"S\":\"no Item\"}}",
                "{\"Item\":{\"a\":{\"S\":1}}}",
                "{\"Item\":{\"a\":{\"N\":\"x\"}}}",
                "{\"Item\":{\"a\":{\"SS\":[]}}}",
                "{\"Item\":[]}",
                "{\"Item\":{\"a\":{\"S\":\"cut",
                "[]",
                "not JSON",
                "\u0000",
            })
    void json_foreignLine_isInvalidAlone(String line) throws IOException {
        assertThat(json("{\"Item\":{}}\n" + line + "\n{\"Item\":{}}\n"))
                .hasSize(3)
                .satisfies(read -> {
                    assertThat(read.get(0)).isEqualTo("{}");
                    assertThat(read.get(1)).startsWith("invalid: ");
                    assertThat(read.get(2)).isEqualTo("{}");
                });
    }

    @Test
    void json_brokenUtf8_isInvalidAlone() throws IOException {
        byte[] line = "{\"Item\":{\"a\":{\"S\":\"??\"}}}\n{\"Item\":{}}".getBytes(StandardCharsets.ISO_8859_1);
        line[line.length - 18] = (byte) 0xC3;

        assertThat(read(new JsonRecords(new ByteArrayInputStream(line))))
                .hasSize(2)
                .last()
                .isEqualTo("{}");
    }

    @Test
    void json_hugeLine_isPassedOverWithoutBeingKept() throws IOException {
        InputStream in = new Records.Concatenated(
                "{\"Item\":{}}\n{\"Item\":{\"a\":{\"S\":\"", 'x', 100L << 20, "\"}}}\n{\"Item\":{}}");

        assertThat(read(new JsonRecords(in))).containsExactly("{}", "invalid: the line is too long for an item", "{}");
    }

    @Test
    void json_endlessNothing_isGivenUp() {
        InputStream in = new Records.Concatenated("", '\n', Long.MAX_VALUE, "");

        assertThatThrownBy(() -> read(new JsonRecords(in))).isInstanceOf(IOException.class);
    }

    // ---- Ion

    @Test
    void ion_linesAsAwsWritesThem_areItems() throws IOException {
        String line = "$ion_1_0 {Item:{Authors:$dynamodb_SS::[\"Author1\",\"Author2\"],Dimensions:\"8.5 x 11.0 x"
                + " 1.5\","
                + "Id:103.,InPublication:false,PageCount:6d2,Price:2d3,Raw:{{AAE=}},Nothing:null,More:[1,{a:b_is_no_symbol::2.5}]}}";

        assertThat(ion(line + "\n" + line.replace("{a:b_is_no_symbol::2.5}", "x")))
                .containsExactly(
                        "{\"Authors\":{\"SS\":[\"Author1\",\"Author2\"]},\"Dimensions\":{\"S\":\"8.5 x 11.0 x 1.5\"},"
                                + "\"Id\":{\"N\":\"103\"},\"InPublication\":{\"BOOL\":false},\"PageCount\":{\"N\":\"600\"},"
                                + "\"Price\":{\"N\":\"2000\"},\"Raw\":{\"B\":\"AAE=\"},\"Nothing\":{\"NULL\":true},"
                                + "\"More\":{\"L\":[{\"N\":\"1\"},{\"M\":{\"a\":{\"N\":\"2.5\"}}}]}}",
                        "invalid: malformed Ion: no attribute value: SYMBOL");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{Item:{a:$dynamodb_SS::[]}}",
                "{Item:{a:$dynamodb_SS::[\"x\",\"x\"]}}",
                "{Item:{a:$dynamodb_NS::[\"x\"]}}",
                "{Item:{a:2000T}}",
                "{Item:{a:1e0}}",
                "{Item:[]}",
                "{a:1}",
                "{Item:{}} {Item:{}}",
                "{Item:{a:1d999999999}}",
                "{Item:{a:\"cut",
                "1",
                "]",
                "\u0000\u0001",
            })
    void ion_foreignLine_isInvalidAlone(String line) throws IOException {
        assertThat(ion("$ion_1_0 {Item:{}}\n" + line + "\n{Item:{}}\n"))
                .hasSize(3)
                .satisfies(read -> {
                    assertThat(read.get(0)).isEqualTo("{}");
                    assertThat(read.get(1)).startsWith("invalid: ");
                    assertThat(read.get(2)).isEqualTo("{}");
                });
    }

    @Test
    void ion_deepNesting_isInvalidAlone() throws IOException {
        assertThat(ion("{Item:{a:" + "[".repeat(100_000) + "\n{Item:{}}"))
                .hasSize(2)
                .last()
                .isEqualTo("{}");
    }

    /** What is exported can be imported, whatever it is. */
    @Test
    void ion_anyItem_comesBack() {
        Seeds.forEach(200, random -> {
            RandomValues values = new RandomValues(random);
            Map<String, AttributeValue> attributes = Map.of("a", values.value(3), "$x y'\"\n", values.value(3));
            assertThat(throughIon(attributes)).isEqualTo(new Entry.Attributes(attributes));
        });
    }

    private static @Nullable Entry throughIon(Map<String, AttributeValue> attributes) {
        try {
            String line = IonLines.line(Map.of("Item", attributes));
            assertThat(line).startsWith("$ion_1_0 {Item:{").endsWith("}\n").hasLineCount(1);
            RecordReader reader = new IonRecords(stream(line));
            Entry entry = reader.next();
            assertThat(reader.next()).isNull();
            return entry;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void ion_line_isAsAwsWritesIt() throws IOException {
        Item item = ItemJson.read(
                "{\"Id\":{\"N\":\"103\"},\"Price\":{\"N\":\"2000\"},\"S\":{\"SS\":[\"a\"]},\"B\":{\"B\":\"AAE=\"}}"
                        .getBytes(StandardCharsets.UTF_8));

        assertThat(IonLines.line(Map.of("Item", item.attributes())))
                .isEqualTo("$ion_1_0 {Item:{Id:103.,Price:2d3,S:$dynamodb_SS::[\"a\"],B:{{AAE=}}}}\n");
    }

    private static List<String> json(String text) throws IOException {
        return read(new JsonRecords(stream(text)));
    }

    private static List<String> ion(String text) throws IOException {
        return read(new IonRecords(stream(text)));
    }
}
