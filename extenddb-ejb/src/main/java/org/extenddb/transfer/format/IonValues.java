package org.extenddb.transfer.format;

import com.amazon.ion.IonReader;
import com.amazon.ion.IonType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
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
import org.extenddb.core.model.ItemSize;
import org.extenddb.core.model.Utf8Length;
import org.extenddb.core.model.Utf8Order;

/** Reads Ion values as attribute values. What is none throws an {@link IllegalArgumentException}. */
final class IonValues {
    static final String STRING_SET = "$dynamodb_SS";
    static final String NUMBER_SET = "$dynamodb_NS";
    static final String BINARY_SET = "$dynamodb_BS";

    private static final int MAX_DEPTH = 100;

    /** Longer than any number of DynamoDB's in whatever words; what is longer takes long to parse. */
    private static final int MAX_DIGITS = 200;

    private final IonReader reader;

    IonValues(IonReader reader) {
        this.reader = reader;
    }

    /** Reads the fields of the struct that was stepped into. */
    void struct(Map<String, AttributeValue> into, int depth) {
        for (IonType type = reader.next(); type != null; type = reader.next()) {
            String name = reader.getFieldName();
            if (Utf8Length.of(name) > ItemSize.MAX_NAME) {
                throw new IllegalArgumentException("a name is too long");
            }
            into.put(name, value(type, depth));
        }
    }

    private AttributeValue value(IonType type, int depth) {
        if (depth > MAX_DEPTH) {
            throw new IllegalArgumentException("nested too deeply");
        }
        if (reader.isNullValue()) {
            return new NullValue();
        }
        return switch (type) {
            case STRING -> new StringValue(reader.stringValue());
            case BOOL -> new BooleanValue(reader.booleanValue());
            case INT, DECIMAL -> new NumberValue(number());
            case BLOB -> new BinaryValue(ByteString.owning(reader.newBytes()));
            case LIST -> list(depth);
            case STRUCT -> map(depth);
            default -> throw new IllegalArgumentException("no attribute value: " + type);
        };
    }

    private DynamoNumber number() {
        BigDecimal value = reader.bigDecimalValue();
        if (value.precision() > MAX_DIGITS) {
            throw new IllegalArgumentException("a number has too many digits");
        }
        return DynamoNumber.parse(value.toString());
    }

    private AttributeValue map(int depth) {
        Map<String, AttributeValue> entries = new LinkedHashMap<>();
        reader.stepIn();
        struct(entries, depth + 1);
        reader.stepOut();
        return new MapValue(entries);
    }

    private AttributeValue list(int depth) {
        String[] annotations = reader.getTypeAnnotations();
        String annotation = annotations.length == 0 ? "" : annotations[0];
        List<AttributeValue> elements = new ArrayList<>();
        reader.stepIn();
        for (IonType type = reader.next(); type != null; type = reader.next()) {
            elements.add(value(type, depth + 1));
        }
        reader.stepOut();
        return switch (annotation) {
            case "" -> new ListValue(elements);
            case STRING_SET ->
                new StringSet(members(elements, StringValue.class, StringValue::value, Utf8Order.INSTANCE));
            case NUMBER_SET ->
                new NumberSet(members(elements, NumberValue.class, NumberValue::value, Comparator.naturalOrder()));
            case BINARY_SET ->
                new BinarySet(members(elements, BinaryValue.class, BinaryValue::value, Comparator.naturalOrder()));
            default -> throw new IllegalArgumentException("unknown annotation: " + annotation);
        };
    }

    private static <V extends AttributeValue, T> List<T> members(
            List<AttributeValue> elements, Class<V> type, Function<V, T> value, Comparator<? super T> order) {
        TreeSet<T> members = new TreeSet<>(order);
        for (AttributeValue element : elements) {
            if (!type.isInstance(element) || !members.add(value.apply(type.cast(element)))) {
                throw new IllegalArgumentException("a set has duplicates, or members of several types");
            }
        }
        if (members.isEmpty()) {
            throw new IllegalArgumentException("a set is empty");
        }
        return List.copyOf(members);
    }
}
