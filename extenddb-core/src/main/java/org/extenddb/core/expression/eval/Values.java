package org.extenddb.core.expression.eval;

import java.util.Arrays;
import java.util.Base64;
import org.extenddb.core.model.AttributeValue;
import org.extenddb.core.model.ByteString;
import org.extenddb.core.model.Utf8Order;

/** Order and containment among attribute values. */
public final class Values {
    /** What {@link #compare} answers when two values have no order. */
    public static final int UNORDERED = Integer.MIN_VALUE;

    private Values() {}

    /** Whether values of this type have an order: strings, numbers and binaries. */
    public static boolean isOrdered(AttributeValue value) {
        return switch (value.type()) {
            case S, N, B -> true;
            default -> false;
        };
    }

    /** Negative, zero or positive, or {@link #UNORDERED} unless both are strings, both numbers or both binaries. */
    public static int compare(AttributeValue left, AttributeValue right) {
        if (left instanceof AttributeValue.StringValue a && right instanceof AttributeValue.StringValue b) {
            return Utf8Order.INSTANCE.compare(a.value(), b.value());
        }
        if (left instanceof AttributeValue.NumberValue a && right instanceof AttributeValue.NumberValue b) {
            return a.value().compareTo(b.value());
        }
        if (left instanceof AttributeValue.BinaryValue a && right instanceof AttributeValue.BinaryValue b) {
            return a.value().compareTo(b.value());
        }
        return UNORDERED;
    }

    /** {@code contains}: a substring, a run of bytes, a member of a set or an element of a list. */
    public static boolean contains(AttributeValue container, AttributeValue member) {
        if (container instanceof AttributeValue.StringValue text) {
            return member instanceof AttributeValue.StringValue part
                    && text.value().contains(part.value());
        }
        if (container instanceof AttributeValue.BinaryValue bytes) {
            return member instanceof AttributeValue.BinaryValue part && containsRun(bytes.value(), part.value());
        }
        if (container instanceof AttributeValue.ListValue list) {
            return list.values().contains(member);
        }
        if (container instanceof AttributeValue.StringSet set) {
            return member instanceof AttributeValue.StringValue string
                    && set.values().contains(string.value());
        }
        if (container instanceof AttributeValue.NumberSet set) {
            return member instanceof AttributeValue.NumberValue number
                    && set.values().contains(number.value());
        }
        return container instanceof AttributeValue.BinarySet set
                && member instanceof AttributeValue.BinaryValue binary
                && set.values().contains(binary.value());
    }

    /** {@code begins_with}. */
    public static boolean beginsWith(AttributeValue value, AttributeValue prefix) {
        if (value instanceof AttributeValue.StringValue text) {
            return prefix instanceof AttributeValue.StringValue start
                    && text.value().startsWith(start.value());
        }
        return value instanceof AttributeValue.BinaryValue bytes
                && prefix instanceof AttributeValue.BinaryValue start
                && bytes.value().startsWith(start.value());
    }

    /** An ordered value as AWS shows it in messages. */
    public static String describe(AttributeValue value) {
        String content;
        if (value instanceof AttributeValue.StringValue string) {
            content = string.value();
        } else if (value instanceof AttributeValue.NumberValue number) {
            content = number.value().toString();
        } else if (value instanceof AttributeValue.BinaryValue binary) {
            content = Base64.getEncoder().encodeToString(binary.value().sharedArray());
        } else {
            content = value.toString();
        }
        return "AttributeValue: {" + value.type() + ":" + content + "}";
    }

    private static boolean containsRun(ByteString bytes, ByteString run) {
        byte[] all = bytes.sharedArray();
        byte[] part = run.sharedArray();
        for (int from = 0; from <= all.length - part.length; from++) {
            if (Arrays.equals(all, from, from + part.length, part, 0, part.length)) {
                return true;
            }
        }
        return false;
    }
}
