package org.extenddb.transfer.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.extenddb.core.model.AttributeValue;
import org.extenddb.core.model.Item;
import org.extenddb.core.model.ScalarType;
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
        InputStream in =
                new Concatenated("{\"Item\":{}}\n{\"Item\":{\"a\":{\"S\":\"", 'x', 100L << 20, "\"}}}\n{\"Item\":{}}");

        assertThat(read(new JsonRecords(in))).containsExactly("{}", "invalid: the line is too long for an item", "{}");
    }

    @Test
    void json_endlessNothing_isGivenUp() {
        InputStream in = new Concatenated("", '\n', Long.MAX_VALUE, "");

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

    // ---- CSV

    @Test
    void csv_headerInTheFirstRow_namesTheColumns() throws IOException {
        assertThat(csv("\uFEFFpk,n,b,text\n1,02,AAE=,\"a \"\"b\"\"\nc\"\n2,3,,\n", ',', null))
                .containsExactly(
                        "{\"pk\":{\"S\":\"1\"},\"n\":{\"N\":\"2\"},\"b\":{\"B\":\"AAE=\"},\"text\":{\"S\":\"a"
                                + " \\\"b\\\"\\n"
                                + "c\"}}",
                        "{\"pk\":{\"S\":\"2\"},\"n\":{\"N\":\"3\"}}");
    }

    @Test
    void csv_headerList_everyRowIsAnItem() throws IOException {
        assertThat(csv("1\t2\r\n3\t4", '\t', List.of("pk", "x")))
                .containsExactly(
                        "{\"pk\":{\"S\":\"1\"},\"x\":{\"S\":\"2\"}}", "{\"pk\":{\"S\":\"3\"},\"x\":{\"S\":\"4\"}}");
    }

    @Test
    void csv_badRows_areInvalidAlone() throws IOException {
        assertThat(csv("pk,n\n1,x\n2\n3,4,5\n6,7\n", ',', null)).hasSize(4).satisfies(read -> {
            assertThat(read.subList(0, 3)).allMatch(row -> row.startsWith("invalid: "));
            assertThat(read.get(3)).isEqualTo("{\"pk\":{\"S\":\"6\"},\"n\":{\"N\":\"7\"}}");
        });
    }

    @Test
    void csv_endlessRow_isGivenUp() {
        InputStream in = new Concatenated("pk,x\n1,\"", 'x', Long.MAX_VALUE, "");

        assertThatThrownBy(() -> read(new CsvRecords(in, ',', null, Map.of()))).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(chars = {'x', ','})
    void csv_rowThatIsTooLong_isInvalidAlone(char repeated) throws IOException {
        InputStream in = new Concatenated("pk,x\n1,2\n3,", repeated, 5 << 20, "\r\n4,5\r\n");

        assertThat(read(new CsvRecords(in, ',', null, Map.of())))
                .satisfiesExactly(
                        row -> assertThat(row).contains("\"1\""),
                        row -> assertThat(row).startsWith("invalid: "),
                        row -> assertThat(row).contains("\"4\""));
    }

    /** A row of before it comes whole too, though both were read at once. */
    @Test
    void csv_rowThatIsNotUtf8_isInvalidAlone() throws IOException {
        byte[] text = "pk,x\n1,2\ncaf#,3\n4,5\n".getBytes(StandardCharsets.UTF_8);
        text[new String(text, StandardCharsets.UTF_8).indexOf('#')] = (byte) 0xE9;

        assertThat(read(new CsvRecords(new ByteArrayInputStream(text), ',', null, Map.of())))
                .containsExactly(
                        "{\"pk\":{\"S\":\"1\"},\"x\":{\"S\":\"2\"}}",
                        "invalid: the row is not UTF-8",
                        "{\"pk\":{\"S\":\"4\"},\"x\":{\"S\":\"5\"}}");
    }

    @Test
    void csv_quoteThatNobodyCloses_costsItsLine() throws IOException {
        assertThat(csv("pk,x\n1,2\n3,\"a\n4,5\n6,7", ',', null))
                .satisfiesExactly(
                        row -> assertThat(row).contains("\"1\""),
                        row -> assertThat(row).startsWith("invalid: "),
                        row -> assertThat(row).contains("\"4\""),
                        row -> assertThat(row).contains("\"6\""));
    }

    @Test
    void csv_textBehindQuotes_isInvalidAlone() throws IOException {
        assertThat(csv("pk,x\n\"1\"2,3\n4,5\n", ',', null))
                .satisfiesExactly(
                        row -> assertThat(row).startsWith("invalid: "),
                        row -> assertThat(row).contains("\"4\""));
    }

    /** Whatever fields have in them, and wherever the parts end in which a store hands them out. */
    @Test
    void csv_randomRows_areReadAsTheyWere() {
        Seeds.forEach(100, random -> {
            char delimiter = ",;\t|: ".charAt(random.nextInt(6));
            List<String> rows = new ArrayList<>();
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < 50; i++) {
                String first = field(random);
                String second = field(random);
                rows.add(first + "\u0000" + second);
                text.append(quoted(first, delimiter, random))
                        .append(delimiter)
                        .append(quoted(second, delimiter, random))
                        .append(random.nextBoolean() ? "\n" : "\r\n");
            }
            InputStream in = new Drops(text.toString().getBytes(StandardCharsets.UTF_8), random);
            assertThat(pairs(new CsvRecords(in, delimiter, List.of("a", "b"), Map.of())))
                    .isEqualTo(rows);
        });
    }

    /** One byte that is wrong costs the row that it is in, and where it opens or closes quotes those next to it; never all. */
    @Test
    void csv_oneByteChanged_costsFewRows() {
        Seeds.forEach(200, random -> {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < 200; i++) {
                text.append("row")
                        .append(i)
                        .append(",\"with, \"\"quotes\"\" ")
                        .append(i)
                        .append("\"\n");
            }
            byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            bytes[random.nextInt(bytes.length)] = (byte) "\"\n,x\u00E9".charAt(random.nextInt(5));
            List<String> read =
                    pairs(new CsvRecords(new ByteArrayInputStream(bytes), ',', List.of("a", "b"), Map.of()));
            assertThat(read.stream()
                            .filter(row -> row.matches("row\\d+\u0000with, \"quotes\" \\d+"))
                            .count())
                    .isGreaterThanOrEqualTo(197);
        });
    }

    private static String field(Random random) {
        String alphabet = "ab\u00E9\u20AC\uD83D\uDE00 ,;|:\t\n\r\"'";
        StringBuilder field = new StringBuilder("f");
        for (int i = random.nextInt(8); i > 0; i--) {
            int at = random.nextInt(alphabet.length());
            field.appendCodePoint(Character.isLowSurrogate(alphabet.charAt(at)) ? 'z' : alphabet.codePointAt(at));
        }
        return field.toString();
    }

    private static String quoted(String field, char delimiter, Random random) {
        boolean needed = field.indexOf(delimiter) >= 0 || field.matches("(?s).*[\"\n\r].*");
        return needed || random.nextBoolean() ? '"' + field.replace("\"", "\"\"") + '"' : field;
    }

    private static List<String> pairs(RecordReader reader) {
        try {
            List<String> pairs = new ArrayList<>();
            for (Entry entry = reader.next(); entry != null; entry = reader.next()) {
                pairs.add(
                        entry instanceof Entry.Attributes item
                                ? text(item.attributes().get("a")) + "\u0000"
                                        + text(item.attributes().get("b"))
                                : entry.toString());
            }
            return pairs;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(@Nullable AttributeValue value) {
        return value instanceof AttributeValue.StringValue string ? string.value() : String.valueOf(value);
    }

    /** Hands few bytes out at a time. */
    private static final class Drops extends InputStream {
        private final ByteArrayInputStream bytes;
        private final Random random;

        Drops(byte[] bytes, Random random) {
            this.bytes = new ByteArrayInputStream(bytes);
            this.random = random;
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            return bytes.read(target, offset, Math.min(length, 1 + random.nextInt(7)));
        }
    }

    @Test
    void csv_headerWithDuplicates_isGivenUp() {
        assertThatThrownBy(() -> csv("a,a\n1,2\n", ',', null)).isInstanceOf(IOException.class);
    }

    private static List<String> json(String text) throws IOException {
        return read(new JsonRecords(stream(text)));
    }

    private static List<String> ion(String text) throws IOException {
        return read(new IonRecords(stream(text)));
    }

    private static List<String> csv(String text, char delimiter, @Nullable List<String> headers) throws IOException {
        return read(new CsvRecords(
                stream(text), delimiter, headers, Map.of("pk", ScalarType.S, "n", ScalarType.N, "b", ScalarType.B)));
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> read(RecordReader reader) throws IOException {
        List<String> read = new ArrayList<>();
        for (Entry entry = reader.next(); entry != null; entry = reader.next()) {
            read.add(
                    entry instanceof Entry.Attributes item
                            ? new String(ItemJson.write(item.attributes()), StandardCharsets.UTF_8)
                            : "invalid: " + ((Entry.Invalid) entry).reason());
        }
        return read;
    }

    /** A text, one character very often, and another text. */
    private static final class Concatenated extends InputStream {
        private final InputStream before;
        private final char repeated;
        private long left;
        private final InputStream after;

        Concatenated(String before, char repeated, long times, String after) {
            this.before = stream(before);
            this.repeated = repeated;
            this.left = times;
            this.after = stream(after);
        }

        @Override
        public int read() {
            throw new UnsupportedOperationException("read one by one");
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = before.read(bytes, offset, length);
            if (read > 0) {
                return read;
            }
            if (left > 0) {
                int some = (int) Math.min(length, left);
                Arrays.fill(bytes, offset, offset + some, (byte) repeated);
                left -= some;
                return some;
            }
            return after.read(bytes, offset, length);
        }
    }
}
