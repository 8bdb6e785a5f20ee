package org.extenddb.core.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.extenddb.core.model.AttributeValue;
import org.extenddb.core.model.AttributeValue.BinaryValue;
import org.extenddb.core.model.AttributeValue.NumberValue;
import org.extenddb.core.model.AttributeValue.StringValue;
import org.extenddb.core.model.ByteString;
import org.extenddb.core.model.DynamoNumber;
import org.extenddb.core.model.Utf8Order;
import org.extenddb.core.testing.RandomValues;
import org.extenddb.core.testing.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyEncoderTest {
    @ParameterizedTest
    @CsvSource({
        "0, 80",
        "1, 81820b",
        "10, 81830b",
        "12, 81830d",
        "123, 81840d1f",
        "0.5, 818133",
        "-1, 7f7df4ff",
        "-123, 7f7bf2e0ff",
        "1e-130, 81000b",
        "9e125, 81ff5b"
    })
    void encode_number_asDocumented(String number, String hex) {
        assertThat(KeyEncoder.encode(new NumberValue(DynamoNumber.parse(number))))
                .hasToString(hex);
    }

    @Test
    void encode_twoScalars_haveTheOrderOfTheValues() {
        Seeds.forEach(50_000, random -> {
            int type = random.nextInt(3);
            AttributeValue a = scalar(type, random);
            AttributeValue b = scalar(type, random);

            assertThat(Integer.signum(KeyEncoder.encode(a).compareTo(KeyEncoder.encode(b))))
                    .isEqualTo(order(a, b));
        });
    }

    @Test
    void encode_closeNumbers_haveTheOrderOfTheValues() {
        Seeds.forEach(50_000, random -> {
            DynamoNumber a = new RandomValues(random).number();
            DynamoNumber b = DynamoNumber.of(a.toBigDecimal()
                    .round(new java.math.MathContext(1 + random.nextInt(37), java.math.RoundingMode.DOWN)));

            assertThat(Integer.signum(
                            KeyEncoder.encode(new NumberValue(a)).compareTo(KeyEncoder.encode(new NumberValue(b)))))
                    .isEqualTo(Integer.signum(a.compareTo(b)));
        });
    }

    @Test
    void encodeAll_severalScalars_haveTheOrderFromLeftToRight() {
        Seeds.forEach(50_000, random -> {
            int[] types = random.ints(1 + random.nextInt(4), 0, 3).toArray();
            List<AttributeValue> a = scalars(types, random);
            List<AttributeValue> b = scalars(types, random);
            for (int i = random.nextInt(types.length + 1) - 1; i >= 0; i--) {
                b.set(i, a.get(i));
            }

            assertThat(Integer.signum(KeyEncoder.encodeAll(a).compareTo(KeyEncoder.encodeAll(b))))
                    .isEqualTo(order(a, b));
        });
    }

    @Test
    void encodeLeading_prefixOfAKey_isOneExactlyWhenTheValuesAreEqual() {
        Seeds.forEach(50_000, random -> {
            int[] types = random.ints(2 + random.nextInt(3), 0, 3).toArray();
            List<AttributeValue> key = scalars(types, random);
            int count = 1 + random.nextInt(types.length - 1);
            List<AttributeValue> leading = scalars(types, random).subList(0, count);
            if (random.nextBoolean()) {
                leading = key.subList(0, count);
            }

            assertThat(KeyEncoder.encodeAll(key).startsWith(KeyEncoder.encodeLeading(leading)))
                    .isEqualTo(leading.equals(key.subList(0, count)));
        });
    }

    @Test
    void encodeBeginsWith_prefixOfAString_isOneExactlyWhenTheStringStartsWithIt() {
        Seeds.forEach(50_000, random -> {
            RandomValues values = new RandomValues(random);
            String text = values.string();
            String prefix = random.nextBoolean()
                    ? values.string()
                    : text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, text.length()) / 2));
            AttributeValue first = scalar(random.nextInt(3), random);
            boolean last = random.nextBoolean();
            List<AttributeValue> key = new ArrayList<>(List.of(first, new StringValue(text)));
            if (!last) {
                key.add(scalar(random.nextInt(3), random));
            }

            ByteString start = KeyEncoder.encodeBeginsWith(List.of(first), new StringValue(prefix), last);
            assertThat(KeyEncoder.encodeAll(key).startsWith(start)).isEqualTo(text.startsWith(prefix));
        });
    }

    @Test
    void successor_ofAPrefix_isAboveAllThatStartWithItAndNothingElse() {
        Seeds.forEach(50_000, random -> {
            RandomValues values = new RandomValues(random);
            ByteString prefix = values.binary();
            ByteString other = values.binary();
            ByteString successor = KeyEncoder.successor(prefix);
            boolean below = successor == null || other.compareTo(successor) < 0;

            assertThat(other.compareTo(prefix) >= 0 && below).isEqualTo(other.startsWith(prefix));
        });
        assertThat(KeyEncoder.successor(ByteString.EMPTY)).isNull();
        assertThat(KeyEncoder.successor(ByteString.owning(new byte[] {-1, -1}))).isNull();
    }

    @Test
    void partition_differentKeys_haveDifferentHashes() {
        Set<PartitionHash> hashes = new HashSet<>();
        StringValue empty = new StringValue("");
        List<List<AttributeValue>> keys = List.of(
                List.of(new StringValue("a")),
                List.of(new BinaryValue(ByteString.utf8("a"))),
                List.of(new NumberValue(DynamoNumber.of(1))),
                List.of(new StringValue("a"), empty),
                List.of(empty, new StringValue("a")),
                List.of(new StringValue("a\u0000"), empty),
                List.of(new StringValue("a"), new StringValue("\u0000")),
                List.of(new NumberValue(DynamoNumber.of(1)), new NumberValue(DynamoNumber.of(12))),
                List.of(new NumberValue(DynamoNumber.of(11)), new NumberValue(DynamoNumber.of(2))));
        keys.forEach(key -> hashes.add(KeyEncoder.partition(key)));

        assertThat(hashes).hasSize(keys.size());
        assertThat(KeyEncoder.partition(List.of(new NumberValue(DynamoNumber.parse("1.0")))))
                .isEqualTo(KeyEncoder.partition(List.of(new NumberValue(DynamoNumber.of(1)))));
    }

    /** Stored hashes are forever: this one must never change. */
    @Test
    void partition_ofAString_isPinned() {
        assertThat(KeyEncoder.partition(List.of(new StringValue("a"))).toUuid())
                .hasToString("582263fd-a9e8-0c4d-d67a-c181a250777e");
    }

    private static List<AttributeValue> scalars(int[] types, Random random) {
        List<AttributeValue> scalars = new ArrayList<>();
        for (int type : types) {
            scalars.add(scalar(type, random));
        }
        return scalars;
    }

    private static AttributeValue scalar(int type, Random random) {
        RandomValues values = new RandomValues(random);
        return switch (type) {
            case 0 -> new StringValue(values.string());
            case 1 -> new NumberValue(values.number());
            default -> new BinaryValue(values.binary());
        };
    }

    private static int order(List<AttributeValue> a, List<AttributeValue> b) {
        for (int i = 0; i < a.size(); i++) {
            int order = order(a.get(i), b.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static int order(AttributeValue a, AttributeValue b) {
        if (a instanceof StringValue x && b instanceof StringValue y) {
            return Integer.signum(Utf8Order.INSTANCE.compare(x.value(), y.value()));
        }
        if (a instanceof NumberValue x && b instanceof NumberValue y) {
            return Integer.signum(x.value().compareTo(y.value()));
        }
        return Integer.signum(((BinaryValue) a).value().compareTo(((BinaryValue) b).value()));
    }
}
