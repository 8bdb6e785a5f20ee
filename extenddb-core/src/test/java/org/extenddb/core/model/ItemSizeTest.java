package org.extenddb.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.extenddb.core.model.AttributeValue.BinarySet;
import org.extenddb.core.model.AttributeValue.BinaryValue;
import org.extenddb.core.model.AttributeValue.BooleanValue;
import org.extenddb.core.model.AttributeValue.ListValue;
import org.extenddb.core.model.AttributeValue.MapValue;
import org.extenddb.core.model.AttributeValue.NullValue;
import org.extenddb.core.model.AttributeValue.NumberSet;
import org.extenddb.core.model.AttributeValue.StringSet;
import org.extenddb.core.model.AttributeValue.StringValue;
import org.extenddb.core.testing.RandomValues;
import org.extenddb.core.testing.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ItemSizeTest {
    @ParameterizedTest
    @CsvSource({
        "0, 1",
        "1, 2",
        "-1, 3",
        "10, 2",
        "12, 2",
        "100, 2",
        "101, 3",
        "1010, 3",
        "1000000, 2",
        "-42, 3",
        "1.5, 3",
        "0.15, 2",
        "0.5, 2",
        "0.001, 2",
        "0.015, 2",
        "0.101, 3",
        "10.01, 3",
        "100.5, 4",
        "123.456, 5",
        "-123.456, 6",
        "1e125, 2",
        "1e-130, 2",
        "12345678901234567890123456789012345678, 20",
        "-12345678901234567890123456789012345678, 21"
    })
    void ofNumber_countsSignificantDigitsInPairs(String number, int size) {
        assertThat(ItemSize.ofNumber(DynamoNumber.parse(number))).isEqualTo(size);
    }

    @Test
    void ofValue_everyType_isByTheBook() {
        assertThat(ItemSize.ofValue(new StringValue("é😀a"))).isEqualTo(7);
        assertThat(ItemSize.ofValue(new BinaryValue(ByteString.owning(new byte[5]))))
                .isEqualTo(5);
        assertThat(ItemSize.ofValue(new BooleanValue(false))).isEqualTo(1);
        assertThat(ItemSize.ofValue(new NullValue())).isEqualTo(1);
        assertThat(ItemSize.ofValue(StringSet.of(List.of("a", "bc")))).isEqualTo(3);
        assertThat(ItemSize.ofValue(NumberSet.of(List.of(DynamoNumber.of(1), DynamoNumber.of(-42)))))
                .isEqualTo(5);
        assertThat(ItemSize.ofValue(BinarySet.of(List.of(ByteString.EMPTY, ByteString.utf8("ab")))))
                .isEqualTo(2);
        assertThat(ItemSize.ofValue(new ListValue(List.of()))).isEqualTo(3);
        assertThat(ItemSize.ofValue(new ListValue(List.of(new StringValue("ab"), new NullValue()))))
                .isEqualTo(3 + 1 + 2 + 1 + 1);
        assertThat(ItemSize.ofValue(new MapValue(Map.of("key", new StringValue("ab")))))
                .isEqualTo(3 + 1 + 3 + 2);
    }

    @Test
    void of_item_countsNamesInUtf8() {
        assertThat(ItemSize.of(new Item(Map.of("ключ", new StringValue("v"))))).isEqualTo(9);
        assertThat(ItemSize.of(Item.EMPTY)).isZero();
    }

    @Test
    void utf8Length_anyString_isWhatEncodingGives() {
        Seeds.forEach(10_000, random -> {
            String text =
                    new RandomValues(random).string() + (random.nextBoolean() ? (char) random.nextInt(0x10000) : "");

            assertThat(Utf8Length.of(text)).isEqualTo(text.getBytes(StandardCharsets.UTF_8).length);
        });
    }

    @Test
    void nestingDepth_attributeItselfIsLevelOne() {
        assertThat(NestingDepth.of(nested(0))).isEqualTo(1);
        assertThat(NestingDepth.of(new ListValue(List.of()))).isEqualTo(1);
        assertThat(NestingDepth.exceedsLimit(nested(31))).isFalse();
        assertThat(NestingDepth.exceedsLimit(nested(32))).isTrue();
        assertThat(NestingDepth.exceedsLimit(new Item(Map.of("a", nested(0), "b", nested(32)))))
                .isTrue();
        assertThat(NestingDepth.exceedsLimit(Item.EMPTY)).isFalse();
    }

    /** A leaf within as many lists and maps. */
    private static AttributeValue nested(int wraps) {
        AttributeValue value = new StringValue("leaf");
        for (int i = 0; i < wraps; i++) {
            value = i % 2 == 0 ? new ListValue(List.of(value)) : new MapValue(Map.of("n", value));
        }
        return value;
    }
}
