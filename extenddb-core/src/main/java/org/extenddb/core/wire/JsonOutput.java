package org.extenddb.core.wire;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.extenddb.core.model.AttributeType;
import org.extenddb.core.model.AttributeValue;
import org.extenddb.core.model.AttributeValue.BinarySet;
import org.extenddb.core.model.AttributeValue.BinaryValue;
import org.extenddb.core.model.AttributeValue.BooleanValue;
import org.extenddb.core.model.AttributeValue.ListValue;
import org.extenddb.core.model.AttributeValue.MapValue;
import org.extenddb.core.model.AttributeValue.NumberSet;
import org.extenddb.core.model.AttributeValue.NumberValue;
import org.extenddb.core.model.AttributeValue.StringSet;
import org.extenddb.core.model.AttributeValue.StringValue;
import org.extenddb.core.model.ByteString;
import org.extenddb.core.model.DynamoNumber;
import org.extenddb.core.model.Item;

/** Writes JSON as UTF-8 bytes, commas by itself. The caller pairs its begins and ends and names every member. */
public final class JsonOutput {
    private static final int INITIAL_CAPACITY = 512;
    private static final byte[] TRUE = "true".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] FALSE = "false".getBytes(StandardCharsets.US_ASCII);

    /** By type's ordinal: the brace, the type's name and the colon. */
    private static final byte[][] VALUE_BEGINS = Arrays.stream(AttributeType.values())
            .map(type -> ("{\"" + type.name() + "\":").getBytes(StandardCharsets.US_ASCII))
            .toArray(byte[][]::new);

    private static final long MILLIS = 1_000;

    private final JsonBuffer buffer;
    private boolean commaDue;

    public JsonOutput() {
        this(INITIAL_CAPACITY);
    }

    /** With room for {@code capacity} bytes before it grows. */
    public JsonOutput(int capacity) {
        buffer = new JsonBuffer(capacity);
    }

    public JsonOutput beginObject() {
        return begin('{');
    }

    public JsonOutput endObject() {
        return end('}');
    }

    public JsonOutput beginArray() {
        return begin('[');
    }

    public JsonOutput endArray() {
        return end(']');
    }

    private JsonOutput begin(char bracket) {
        separate();
        buffer.put(bracket);
        commaDue = false;
        return this;
    }

    private JsonOutput end(char bracket) {
        buffer.ensure(1);
        buffer.put(bracket);
        commaDue = true;
        return this;
    }

    public JsonOutput member(String name) {
        separate();
        buffer.quoted(name);
        buffer.ensure(1);
        buffer.put(':');
        commaDue = false;
        return this;
    }

    public JsonOutput string(String text) {
        separate();
        buffer.quoted(text);
        return this;
    }

    public JsonOutput number(long value) {
        return plain(Long.toString(value));
    }

    /** Such as the 0.5 of capacity units; a whole number keeps its {@code .0}. */
    public JsonOutput decimal(double value) {
        return plain(Double.toString(value));
    }

    public JsonOutput bool(boolean value) {
        return raw(value ? TRUE : FALSE);
    }

    /** Seconds with a fraction down to the millisecond, in plain digits. */
    public JsonOutput epochSeconds(Instant time) {
        long millis = time.toEpochMilli();
        long fraction = Math.floorMod(millis, MILLIS);
        if (fraction == 0) {
            return number(Math.floorDiv(millis, MILLIS));
        }
        return plain(BigDecimal.valueOf(millis, 3).stripTrailingZeros().toPlainString());
    }

    /** Makes room for so many bytes more at once. */
    public JsonOutput reserve(int bytes) {
        buffer.ensure(bytes);
        return this;
    }

    /** One complete JSON value, as it is. */
    public JsonOutput raw(byte[] json) {
        separate();
        buffer.bytes(json);
        return this;
    }

    /** An object of one member, the value under its type. */
    public JsonOutput value(AttributeValue value) {
        AttributeType type = value.type();
        raw(VALUE_BEGINS[type.ordinal()]);
        commaDue = false;
        switch (type) {
            case S -> string(((StringValue) value).value());
            case N -> number(((NumberValue) value).value());
            case B -> binary(((BinaryValue) value).value());
            case BOOL -> bool(((BooleanValue) value).value());
            case NULL -> bool(true);
            case SS -> strings(((StringSet) value).values());
            case NS -> numbers(((NumberSet) value).values());
            case BS -> binaries(((BinarySet) value).values());
            case L -> values(((ListValue) value).values());
            case M -> attributes(((MapValue) value).values());
        }
        return endObject();
    }

    public JsonOutput item(Item item) {
        return attributes(item.attributes());
    }

    /** An object of attribute values by name. */
    public JsonOutput attributes(Map<String, AttributeValue> attributes) {
        beginObject();
        for (Map.Entry<String, AttributeValue> attribute : attributes.entrySet()) {
            member(attribute.getKey()).value(attribute.getValue());
        }
        return endObject();
    }

    /** An array of strings. */
    public JsonOutput strings(List<String> texts) {
        beginArray();
        for (String text : texts) {
            string(text);
        }
        return endArray();
    }

    private JsonOutput values(List<AttributeValue> values) {
        beginArray();
        for (AttributeValue value : values) {
            value(value);
        }
        return endArray();
    }

    private void numbers(List<DynamoNumber> numbers) {
        beginArray();
        for (DynamoNumber number : numbers) {
            number(number);
        }
        endArray();
    }

    private void binaries(List<ByteString> binaries) {
        beginArray();
        for (ByteString binary : binaries) {
            binary(binary);
        }
        endArray();
    }

    /** Base64 in quotes. */
    public JsonOutput binary(ByteString bytes) {
        return quotedAscii(Base64.getEncoder().encode(bytes.sharedArray()));
    }

    private void number(DynamoNumber number) {
        quotedAscii(number.toString().getBytes(StandardCharsets.ISO_8859_1));
    }

    private JsonOutput quotedAscii(byte[] text) {
        separate();
        buffer.quotedAscii(text);
        return this;
    }

    private JsonOutput plain(String ascii) {
        return raw(ascii.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Writes the comma that is due and makes room for one byte more; whatever comes next is followed by one. */
    private void separate() {
        buffer.ensure(2);
        if (commaDue) {
            buffer.put(',');
        }
        commaDue = true;
    }

    public int size() {
        return buffer.size();
    }

    public byte[] toByteArray() {
        return buffer.toByteArray();
    }

    @Override
    public String toString() {
        return buffer.toString();
    }
}
