package org.extenddb.core.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.extenddb.core.expression.error.ExpressionKind;
import org.extenddb.core.expression.parse.ConditionParser;
import org.extenddb.core.expression.parse.ProjectionParser;
import org.extenddb.core.expression.parse.UpdateParser;
import org.extenddb.core.model.AttributeValue.StringValue;
import org.junit.jupiter.api.Test;

class ExpressionLimitsTest {
    private static final int MAX_ALL = 2 * 1024 * 1024;

    @Test
    void expression_of4096Bytes_isAccepted() {
        assertThatCode(() -> ProjectionParser.parse("a".repeat(4096))).doesNotThrowAnyException();
    }

    @Test
    void expression_of4097Bytes_isRejected() {
        assertThatThrownBy(() -> ProjectionParser.parse("a".repeat(4097)))
                .hasMessage("Invalid ProjectionExpression: Expression size has exceeded the maximum allowed size;");
    }

    @Test
    void expression_ofTooManyBytesInFewerCharacters_isRejected() {
        assertThatThrownBy(() -> UpdateParser.parse("\u00e9".repeat(2049)))
                .hasMessage("Invalid UpdateExpression: Expression size has exceeded the maximum allowed size;");
    }

    @Test
    void operators_upTo300_areAccepted() {
        // 150 comparisons, 149 ANDs and one NOT
        assertThatCode(() -> ConditionParser.parse("NOT " + chain(150), ExpressionKind.FILTER))
                .doesNotThrowAnyException();
    }

    @Test
    void operators_301_areRejected() {
        assertThatThrownBy(() -> ConditionParser.parse(chain(151), ExpressionKind.FILTER))
                .hasMessage(
                        "Invalid FilterExpression: The expression contains too many operators; operator count: 301");
    }

    @Test
    void in_of100Operands_isAccepted() {
        assertThatCode(() -> ConditionParser.parse(in(100), ExpressionKind.FILTER))
                .doesNotThrowAnyException();
    }

    @Test
    void in_of101Operands_isRejected() {
        assertThatThrownBy(() -> ConditionParser.parse(in(101), ExpressionKind.FILTER))
                .hasMessage("Invalid FilterExpression: The IN operator is provided with too many operands; "
                        + "number of operands: 101");
    }

    @Test
    void path_of32Levels_isAccepted() {
        assertThatCode(() -> ProjectionParser.parse("a" + ".b".repeat(31))).doesNotThrowAnyException();
    }

    @Test
    void path_of33Levels_isRejected() {
        assertThatThrownBy(() -> ProjectionParser.parse("a" + "[0]".repeat(32))).hasMessageContaining("nesting levels");
    }

    @Test
    void placeholders_of255Bytes_areAccepted() {
        assertThatCode(() -> context("#" + "n".repeat(254), "a", ":" + "v".repeat(254), "b"))
                .doesNotThrowAnyException();
    }

    @Test
    void placeholders_of256Bytes_areRejectedWhateverElseIsWrongWithThem() {
        assertThatThrownBy(() -> context("#" + "n".repeat(254) + "!", "a", ":v", "b"))
                .hasMessage("ExpressionAttributeNames contains invalid key: The expression attribute map contains a key"
                        + " that is too long; size of key: 256");
        assertThatThrownBy(() -> context("#n", "a", ":" + "v".repeat(255), "b"))
                .hasMessage(
                        "ExpressionAttributeValues contains invalid key: The expression attribute map contains a key"
                                + " that is too long;");
    }

    /** Two bytes are the placeholder's own. */
    @Test
    void values_of2MegabytesWithTheirPlaceholders_areAcceptedAndOneByteMoreIsNot() {
        assertThatCode(() -> new ExpressionContext(null, Map.of(":v", new StringValue("x".repeat(MAX_ALL - 2)))))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> new ExpressionContext(null, Map.of(":v", new StringValue("x".repeat(MAX_ALL - 1)))))
                .hasMessage("ExpressionAttributeValues exceeds max size");
    }

    @Test
    void names_ofMoreThan2MegabytesInAll_areRejected() {
        Map<String, String> names =
                IntStream.range(0, 33).boxed().collect(Collectors.toMap(i -> "#n" + i, i -> "x".repeat(65_535)));
        assertThatThrownBy(() -> new ExpressionContext(names, null))
                .hasMessage("ExpressionAttributeNames exceeds max size");
    }

    @Test
    void namesAndValues_ofMoreThan2MegabytesTogether_areRejected() {
        assertThatCode(() -> context("#n", "n".repeat(96), ":v", "x".repeat(MAX_ALL - 100)))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> context("#n", "n".repeat(97), ":v", "x".repeat(MAX_ALL - 100)))
                .hasMessage("Combined size of ExpressionAttributeNames and ExpressionAttributeValues exceeds max size");
    }

    @Test
    void cache_isBoundedAndRemembers() {
        ParsedExpressions<Object> cache = new ParsedExpressions<>(text -> new Object());
        Object first = cache.parse("a");
        for (int i = 0; i < 10 * ParsedExpressions.GENERATION_SIZE; i++) {
            cache.parse("x" + i);
            assertThat(cache.parse("a")).isSameAs(first);
        }
        assertThat(cache.size()).isLessThanOrEqualTo(2 * ParsedExpressions.GENERATION_SIZE);
    }

    private static ExpressionContext context(String nameKey, String name, String valueKey, String value) {
        return new ExpressionContext(Map.of(nameKey, name), Map.of(valueKey, new StringValue(value)));
    }

    private static String chain(int comparisons) {
        return IntStream.range(0, comparisons).mapToObj(i -> "a=:v").collect(Collectors.joining(" AND "));
    }

    private static String in(int operands) {
        return "a IN (" + IntStream.range(0, operands).mapToObj(i -> ":v").collect(Collectors.joining(",")) + ")";
    }
}
