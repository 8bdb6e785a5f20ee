package org.extenddb.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.stream.Stream;
import org.extenddb.core.testing.GoldenLines;
import org.extenddb.core.testing.RandomValues;
import org.extenddb.core.testing.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DynamoNumberTest {
    static Stream<Arguments> numbers() {
        return GoldenLines.of(DynamoNumberTest.class, "numbers.txt");
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void parse_asSent_isCanonicalOrRefused(String sent, String expected) {
        assertThat(parsed(sent)).isEqualTo(expected);
    }

    private static String parsed(String text) {
        try {
            return DynamoNumber.parse(text).toString();
        } catch (InvalidNumberException e) {
            return e.text();
        }
    }

    @Test
    void parse_randomNumbers_agreesWithBigDecimal() {
        Seeds.forEach(20_000, random -> {
            DynamoNumber number = new RandomValues(random).number();
            BigDecimal value = number.toBigDecimal();

            assertThat(DynamoNumber.parse(value.toString())).isEqualTo(number);
            assertThat(DynamoNumber.parse(value.toPlainString()).toBigDecimal()).isEqualTo(value);
            assertThat(DynamoNumber.parse(value.toEngineeringString()).toString())
                    .isEqualTo(value.toPlainString());
            assertThat(number.hashCode())
                    .isEqualTo(DynamoNumber.parse(value.toPlainString() + (value.scale() > 0 ? "00" : ".0"))
                            .hashCode());
        });
    }

    @Test
    void parse_megabytesOfDigits_isQuick() {
        assertThat(parsed("0".repeat(5_000_000) + "7")).isEqualTo("7");
        assertThat(parsed("7." + "0".repeat(5_000_000))).isEqualTo("7");
        assertThat(parsed("1." + "3".repeat(5_000_000))).isEqualTo(MessagesNumber.TOO_PRECISE);
        assertThat(parsed("7".repeat(5_000_000))).isEqualTo(MessagesNumber.OVERFLOW);
        assertThat(parsed("0." + "0".repeat(5_000_000) + "1")).isEqualTo(MessagesNumber.UNDERFLOW);
        assertThat(parsed("1e" + "9".repeat(5_000_000))).startsWith("The parameter cannot be converted");
    }

    @Test
    void add_outOfRangeOrTooPrecise_isRefused() {
        DynamoNumber largest = DynamoNumber.parse("9.9999999999999999999999999999999999999e125");
        DynamoNumber smallest = DynamoNumber.parse("1e-130");

        assertThatThrownBy(() -> largest.add(DynamoNumber.parse("1e125"))).hasMessage(MessagesNumber.OVERFLOW);
        assertThatThrownBy(() -> largest.add(smallest)).hasMessage(MessagesNumber.TOO_PRECISE);
        assertThat(smallest.subtract(smallest)).isEqualTo(DynamoNumber.ZERO);
        assertThat(DynamoNumber.parse("1.25").add(DynamoNumber.parse("0.75"))).hasToString("2");
    }
}
