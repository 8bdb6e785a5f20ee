package org.extenddb.core.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.extenddb.core.model.AttributeValue.BinarySet;
import org.extenddb.core.model.AttributeValue.BinaryValue;
import org.extenddb.core.model.AttributeValue.ListValue;
import org.extenddb.core.model.AttributeValue.MapValue;
import org.extenddb.core.model.AttributeValue.NumberSet;
import org.extenddb.core.model.AttributeValue.NumberValue;
import org.extenddb.core.model.AttributeValue.StringSet;
import org.extenddb.core.model.AttributeValue.StringValue;

/**
 * Sizes in bytes as DynamoDB counts them, for limits, pages and capacity.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html">Item sizes and formats</a>
 */
public final class ItemSize {
    /** The most an item may have. */
    public static final int MAX_ITEM = 409_600;

    /** The most the name of an attribute may have, at any level. */
    public static final int MAX_NAME = 65_535;

    /** The most the value of a hash key attribute may have. */
    public static final int MAX_HASH_KEY = 2_048;

    /** The most the value of a range key attribute may have. */
    public static final int MAX_RANGE_KEY = 1_024;

    private static final int COLLECTION_OVERHEAD = 3;
    private static final int ELEMENT_OVERHEAD = 1;

    private ItemSize() {}

    public static int of(Item item) {
        return of(item.attributes());
    }

    /** An item or a key: names and values. */
    public static int of(Map<String, AttributeValue> attributes) {
        int size = 0;
        for (Map.Entry<String, AttributeValue> attribute : attributes.entrySet()) {
            size += of(attribute.getKey(), attribute.getValue());
        }
        return size;
    }

    /** One attribute: its name and its value. */
    public static int of(String name, AttributeValue value) {
        return Utf8Length.of(name) + ofValue(value);
    }

    public static int ofValue(AttributeValue value) {
        return switch (value.type()) {
            case S -> Utf8Length.of(((StringValue) value).value());
            case N -> ofNumber(((NumberValue) value).value());
            case B -> ((BinaryValue) value).value().length();
            case BOOL, NULL -> 1;
            case SS -> ofStrings(((StringSet) value).values());
            case NS -> ofNumbers(((NumberSet) value).values());
            case BS -> ofBinaries(((BinarySet) value).values());
            case L -> ofList(((ListValue) value).values());
            case M -> ofMap(((MapValue) value).values());
        };
    }

    /**
     * One byte, one for every two digits before the point and one for every two digits after it, one for a minus. Leading and
     * trailing zeros do not count.
     */
    public static int ofNumber(DynamoNumber number) {
        BigDecimal value = number.toBigDecimal();
        if (value.signum() == 0) {
            return 1;
        }
        int digits = value.precision();
        int scale = value.scale();
        int integerDigits = scale <= 0 ? digits : Math.max(digits - scale, 0);
        int fractionDigits = digits - integerDigits;
        return 1 + (integerDigits + 1) / 2 + (fractionDigits + 1) / 2 + (value.signum() < 0 ? 1 : 0);
    }

    private static int ofStrings(List<String> members) {
        int size = 0;
        for (String member : members) {
            size += Utf8Length.of(member);
        }
        return size;
    }

    private static int ofNumbers(List<DynamoNumber> members) {
        int size = 0;
        for (DynamoNumber member : members) {
            size += ofNumber(member);
        }
        return size;
    }

    private static int ofBinaries(List<ByteString> members) {
        int size = 0;
        for (ByteString member : members) {
            size += member.length();
        }
        return size;
    }

    private static int ofList(List<AttributeValue> elements) {
        int size = COLLECTION_OVERHEAD;
        for (AttributeValue element : elements) {
            size += ELEMENT_OVERHEAD + ofValue(element);
        }
        return size;
    }

    private static int ofMap(Map<String, AttributeValue> entries) {
        int size = COLLECTION_OVERHEAD;
        for (Map.Entry<String, AttributeValue> entry : entries.entrySet()) {
            size += ELEMENT_OVERHEAD + of(entry.getKey(), entry.getValue());
        }
        return size;
    }
}
