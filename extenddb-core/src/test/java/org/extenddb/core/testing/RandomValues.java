package org.extenddb.core.testing;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.extenddb.core.model.AttributeType;
import org.extenddb.core.model.AttributeValue;
import org.extenddb.core.model.AttributeValue.BinarySet;
import org.extenddb.core.model.AttributeValue.BinaryValue;
import org.extenddb.core.model.AttributeValue.BooleanValue;
import org.extenddb.core.model.AttributeValue.ListValue;
import org.extenddb.core.model.AttributeValue.MapValue;
import org.extenddb.core.model.AttributeValue.NullValue;
import org.extenddb.core.model.AttributeValue.NumberSet;
import org.extenddb.core.model.AttributeValue.NumberValue;
import org.extenddb.core.model.AttributeValue.StringSet;
import org.extenddb.core.model.AttributeValue.StringValue;
import org.extenddb.core.model.ByteString;
import org.extenddb.core.model.DynamoNumber;
import org.extenddb.core.model.Item;

/** Random valid attribute values, with a liking for the corners. */
public final class RandomValues {
    private static final String[] CORNERS = {
        "", "\u0000", "\"", "\\", "\n", "\u001f", "\u007f", "é", "\uffff", "😀", "a/b", "日本"
    };
    private static final AttributeType[] TYPES = AttributeType.values();

    private final Random random;

    public RandomValues(Random random) {
        this.random = random;
    }

    public Item item() {
        return new Item(map(3));
    }

    /** @param depth how many levels it may have at most */
    public AttributeValue value(int depth) {
        AttributeType type = TYPES[random.nextInt(depth > 1 ? TYPES.length : TYPES.length - 2)];
        return switch (type) {
            case S -> new StringValue(string());
            case N -> new NumberValue(number());
            case B -> new BinaryValue(binary());
            case BOOL -> new BooleanValue(random.nextBoolean());
            case NULL -> new NullValue();
            case SS -> StringSet.of(several(this::string));
            case NS -> NumberSet.of(several(this::number));
            case BS -> BinarySet.of(several(this::binary));
            case L -> new ListValue(random.nextInt(5) == 0 ? List.of() : several(() -> value(depth - 1)));
            case M -> new MapValue(map(depth - 1));
        };
    }

    private Map<String, AttributeValue> map(int depth) {
        Map<String, AttributeValue> map = new LinkedHashMap<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            map.put(string(), value(depth));
        }
        return map;
    }

    private <T> List<T> several(java.util.function.Supplier<T> one) {
        List<T> all = new ArrayList<>();
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            all.add(one.get());
        }
        return all;
    }

    public String string() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(4); i > 0; i--) {
            text.append(random.nextInt(3) == 0 ? CORNERS[random.nextInt(CORNERS.length)] : letters());
        }
        return text.toString();
    }

    private String letters() {
        return random.ints(random.nextInt(8), 'a', 'e')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    public ByteString binary() {
        byte[] bytes = new byte[random.nextInt(6)];
        random.nextBytes(bytes);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = random.nextInt(3) == 0 ? (byte) (random.nextBoolean() ? 0 : 0xFF) : bytes[i];
        }
        return ByteString.owning(bytes);
    }

    public DynamoNumber number() {
        if (random.nextInt(4) == 0) {
            return DynamoNumber.of(random.nextInt(200) - 100);
        }
        BigInteger digits = new BigInteger(random.nextInt(126), random);
        BigDecimal value = new BigDecimal(random.nextBoolean() ? digits : digits.negate());
        int leading = random.nextInt(256) - 130;
        int shift = random.nextBoolean() ? random.nextInt(10) - 5 : leading - (value.precision() - 1);
        return DynamoNumber.of(value.round(new java.math.MathContext(38)).scaleByPowerOfTen(shift));
    }
}
