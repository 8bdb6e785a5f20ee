package org.extenddb.core.expression.eval;

import org.extenddb.core.model.AttributeValue;
import org.extenddb.core.model.DynamoNumber;
import org.extenddb.core.model.Item;
import org.jspecify.annotations.Nullable;

/** {@code size(operand)}: UTF-16 units of a string, bytes of a binary, members of anything else that has members. */
public record SizeOf(BoundOperand operand) implements BoundOperand {
    @Override
    public @Nullable AttributeValue valueIn(Item item) {
        AttributeValue value = operand.valueIn(item);
        int size = value == null ? -1 : sizeOf(value);
        return size < 0 ? null : new AttributeValue.NumberValue(DynamoNumber.of(size));
    }

    private static int sizeOf(AttributeValue value) {
        if (value instanceof AttributeValue.StringValue string) {
            return string.value().length();
        }
        if (value instanceof AttributeValue.BinaryValue binary) {
            return binary.value().length();
        }
        if (value instanceof AttributeValue.ListValue list) {
            return list.values().size();
        }
        if (value instanceof AttributeValue.MapValue map) {
            return map.values().size();
        }
        if (value instanceof AttributeValue.StringSet set) {
            return set.values().size();
        }
        if (value instanceof AttributeValue.NumberSet set) {
            return set.values().size();
        }
        return value instanceof AttributeValue.BinarySet set ? set.values().size() : -1;
    }
}
