package org.extenddb.core.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
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

class SortKeyPrefixTest {
    @Test
    void bounds_ofEveryCondition_holdExactlyTheKeysThatMeetIt() {
        Seeds.forEach(30_000, random -> {
            int[] types = random.ints(1 + random.nextInt(4), 0, 3).toArray();
            List<AttributeValue> key = scalars(types, random);
            int given = random.nextInt(types.length);
            boolean samePrefix = random.nextInt(4) > 0;
            List<AttributeValue> leading =
                    samePrefix ? key.subList(0, given) : scalars(types, random).subList(0, given);
            AttributeValue value = random.nextInt(3) == 0 ? key.get(given) : scalar(types[given], random);
            boolean inPrefix = leading.equals(key.subList(0, given));
            int order = order(key.get(given), value);
            SortKeyPrefix prefix = new SortKeyPrefix(leading, types.length);
            ByteString sort = KeyEncoder.encodeAll(key);

            assertThat(prefix.all().contains(sort)).isEqualTo(inPrefix);
            assertThat(prefix.equalTo(value).contains(sort)).isEqualTo(inPrefix && order == 0);
            assertThat(prefix.lessThan(value).contains(sort)).isEqualTo(inPrefix && order < 0);
            assertThat(prefix.atMost(value).contains(sort)).isEqualTo(inPrefix && order <= 0);
            assertThat(prefix.greaterThan(value).contains(sort)).isEqualTo(inPrefix && order > 0);
            assertThat(prefix.atLeast(value).contains(sort)).isEqualTo(inPrefix && order >= 0);
            if (types[given] != 1) {
                assertThat(prefix.beginningWith(value).contains(sort))
                        .isEqualTo(inPrefix && beginsWith(key.get(given), value));
            }
        });
    }

    @Test
    void between_twoValues_holdsExactlyTheKeysBetweenThem() {
        Seeds.forEach(30_000, random -> {
            int[] types = random.ints(1 + random.nextInt(2), 0, 3).toArray();
            List<AttributeValue> key = scalars(types, random);
            AttributeValue low = scalar(types[0], random);
            AttributeValue high = random.nextInt(4) == 0 ? key.get(0) : scalar(types[0], random);
            boolean expected = order(low, key.get(0)) <= 0 && order(key.get(0), high) <= 0;

            assertThat(SortKeyPrefix.none(types.length).between(low, high).contains(KeyEncoder.encodeAll(key)))
                    .isEqualTo(expected);
        });
    }

    @Test
    void all_everyAttributeGiven_isThatKeyAlone() {
        List<AttributeValue> key = List.of(new StringValue("a"), new StringValue("b"));

        assertThat(new SortKeyPrefix(key, 2).all().contains(KeyEncoder.encodeAll(key)))
                .isTrue();
        assertThat(new SortKeyPrefix(key, 2)
                        .all()
                        .contains(KeyEncoder.encodeAll(List.of(key.get(0), new StringValue("bb")))))
                .isFalse();
        assertThat(SortKeyPrefix.none(0).all()).isEqualTo(SortBounds.ALL);
        assertThatThrownBy(() -> new SortKeyPrefix(key, 1)).isInstanceOf(IllegalArgumentException.class);
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
            case 1 -> new NumberValue(random.nextBoolean() ? values.number() : DynamoNumber.of(random.nextInt(5) - 2));
            default -> new BinaryValue(values.binary());
        };
    }

    private static boolean beginsWith(AttributeValue value, AttributeValue prefix) {
        return value instanceof StringValue string
                ? string.value().startsWith(((StringValue) prefix).value())
                : ((BinaryValue) value).value().startsWith(((BinaryValue) prefix).value());
    }

    private static int order(AttributeValue a, AttributeValue b) {
        if (a instanceof StringValue x) {
            return Utf8Order.INSTANCE.compare(x.value(), ((StringValue) b).value());
        }
        if (a instanceof NumberValue x) {
            return x.value().compareTo(((NumberValue) b).value());
        }
        return ((BinaryValue) a).value().compareTo(((BinaryValue) b).value());
    }
}
