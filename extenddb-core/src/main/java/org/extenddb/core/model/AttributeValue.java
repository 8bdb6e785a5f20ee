package org.extenddb.core.model;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A valid attribute value. Two values are equal exactly when DynamoDB's {@code =} says so: numbers by value, sets whatever
 * their order, lists in order, maps whatever their order.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_AttributeValue.html">AttributeValue</a>
 */
public sealed interface AttributeValue {
    AttributeType type();

    record StringValue(String value) implements AttributeValue {
        @Override
        public AttributeType type() {
            return AttributeType.S;
        }
    }

    record NumberValue(DynamoNumber value) implements AttributeValue {
        @Override
        public AttributeType type() {
            return AttributeType.N;
        }
    }

    record BinaryValue(ByteString value) implements AttributeValue {
        @Override
        public AttributeType type() {
            return AttributeType.B;
        }
    }

    record BooleanValue(boolean value) implements AttributeValue {
        @Override
        public AttributeType type() {
            return AttributeType.BOOL;
        }
    }

    /** The null value; the wire's {@code {"NULL": true}}. */
    record NullValue() implements AttributeValue {
        @Override
        public AttributeType type() {
            return AttributeType.NULL;
        }
    }

    /** Distinct members in the order of their UTF-8 bytes, the order in which DynamoDB returns them. */
    record StringSet(List<String> values) implements AttributeValue {
        public StringSet {
            values = List.copyOf(values);
        }

        /** Sorts; the caller has refused duplicates or wants them merged. */
        public static StringSet of(Collection<String> values) {
            return new StringSet(
                    values.stream().distinct().sorted(Utf8Order.INSTANCE).toList());
        }

        @Override
        public AttributeType type() {
            return AttributeType.SS;
        }
    }

    /** Distinct members in ascending order. */
    record NumberSet(List<DynamoNumber> values) implements AttributeValue {
        public NumberSet {
            values = List.copyOf(values);
        }

        /** Sorts; the caller has refused duplicates or wants them merged. */
        public static NumberSet of(Collection<DynamoNumber> values) {
            return new NumberSet(values.stream().distinct().sorted().toList());
        }

        @Override
        public AttributeType type() {
            return AttributeType.NS;
        }
    }

    /** Distinct members in unsigned byte order. */
    record BinarySet(List<ByteString> values) implements AttributeValue {
        public BinarySet {
            values = List.copyOf(values);
        }

        /** Sorts; the caller has refused duplicates or wants them merged. */
        public static BinarySet of(Collection<ByteString> values) {
            return new BinarySet(values.stream().distinct().sorted().toList());
        }

        @Override
        public AttributeType type() {
            return AttributeType.BS;
        }
    }

    record ListValue(List<AttributeValue> values) implements AttributeValue {
        public ListValue {
            values = List.copyOf(values);
        }

        @Override
        public AttributeType type() {
            return AttributeType.L;
        }
    }

    /** Members keep the order in which they were given. */
    record MapValue(Map<String, AttributeValue> values) implements AttributeValue {
        public MapValue {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }

        @Override
        public AttributeType type() {
            return AttributeType.M;
        }
    }
}
