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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.extenddb.core.model.AttributeValue;
import org.extenddb.core.model.ScalarType;
import org.extenddb.core.testing.Seeds;
import org.extenddb.transfer.format.RecordReader.Entry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** CSV: a row for each item, and what is none. */
class CsvRecordsTest {
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
        InputStream in = new Records.Concatenated("pk,x\n1,\"", 'x', Long.MAX_VALUE, "");

        assertThatThrownBy(() -> read(new CsvRecords(in, ',', null, Map.of()))).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(chars = {'x', ','})
    void csv_rowThatIsTooLong_isInvalidAlone(char repeated) throws IOException {
        InputStream in = new Records.Concatenated("pk,x\n1,2\n3,", repeated, 5 << 20, "\r\n4,5\r\n");

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

    private static List<String> csv(String text, char delimiter, @Nullable List<String> headers) throws IOException {
        return read(new CsvRecords(
                stream(text), delimiter, headers, Map.of("pk", ScalarType.S, "n", ScalarType.N, "b", ScalarType.B)));
    }
}
