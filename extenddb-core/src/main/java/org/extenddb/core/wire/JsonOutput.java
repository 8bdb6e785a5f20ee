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
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] TRUE = "true".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] FALSE = "false".getBytes(StandardCharsets.US_ASCII);
    private static final int MAX_UTF8_OR_ESCAPE = 6;

    /** By type's ordinal: the brace, the type's name and the colon. */
    private static final byte[][] VALUE_BEGINS = Arrays.stream(AttributeType.values())
            .map(type -> ("{\"" + type.name() + "\":").getBytes(StandardCharsets.US_ASCII))
            .toArray(byte[][]::new);

    private static final long MILLIS = 1_000;

    private byte[] buffer;
    private int size;
    private boolean commaDue;

    public JsonOutput() {
        this(INITIAL_CAPACITY);
    }

    /** With room for {@code capacity} bytes before it grows. */
    public JsonOutput(int capacity) {
        buffer = new byte[Math.max(capacity, 16)];
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
        put(bracket);
        commaDue = false;
        return this;
    }

    private JsonOutput end(char bracket) {
        ensure(1);
        put(bracket);
        commaDue = true;
        return this;
    }

    public JsonOutput member(String name) {
        separate();
        quoted(name);
        ensure(1);
        put(':');
        commaDue = false;
        return this;
    }

    public JsonOutput string(String text) {
        separate();
        quoted(text);
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
        ensure(bytes);
        return this;
    }

    /** One complete JSON value, as it is. */
    public JsonOutput raw(byte[] json) {
        separate();
        ensure(json.length);
        System.arraycopy(json, 0, buffer, size, json.length);
        size += json.length;
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
        ensure(text.length + 2);
        put('"');
        System.arraycopy(text, 0, buffer, size, text.length);
        size += text.length;
        put('"');
        return this;
    }

    private JsonOutput plain(String ascii) {
        return raw(ascii.getBytes(StandardCharsets.ISO_8859_1));
    }

    private void quoted(String text) {
        int length = text.length();
        ensure(length + 2);
        put('"');
        int at = 0;
        byte[] target = buffer;
        int position = size;
        for (; at < length; at++) {
            char c = text.charAt(at);
            if (c < ' ' || c >= 0x80 || c == '"' || c == '\\') {
                break;
            }
            target[position++] = (byte) c;
        }
        size = position;
        if (at < length) {
            escaped(text, at);
        }
        ensure(1);
        put('"');
    }

    private void escaped(String text, int from) {
        for (int at = from; at < text.length(); at++) {
            ensure(MAX_UTF8_OR_ESCAPE);
            char c = text.charAt(at);
            if (c < ' ' || c == '"' || c == '\\') {
                escape(c);
            } else if (c < 0x80) {
                put(c);
            } else if (c < 0x800) {
                put(0xC0 | c >> 6);
                put(0x80 | c & 0x3F);
            } else if (!Character.isSurrogate(c)) {
                put(0xE0 | c >> 12);
                put(0x80 | c >> 6 & 0x3F);
                put(0x80 | c & 0x3F);
            } else if (Character.isHighSurrogate(c)
                    && at + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(at + 1))) {
                supplementary(Character.toCodePoint(c, text.charAt(++at)));
            } else {
                put('?');
            }
        }
    }

    private void supplementary(int codePoint) {
        put(0xF0 | codePoint >> 18);
        put(0x80 | codePoint >> 12 & 0x3F);
        put(0x80 | codePoint >> 6 & 0x3F);
        put(0x80 | codePoint & 0x3F);
    }

    private void escape(char c) {
        put('\\');
        switch (c) {
            case '"', '\\' -> put(c);
            case '\b' -> put('b');
            case '\t' -> put('t');
            case '\n' -> put('n');
            case '\f' -> put('f');
            case '\r' -> put('r');
            default -> {
                put('u');
                put('0');
                put('0');
                put(HEX[c >> 4]);
                put(HEX[c & 0xF]);
            }
        }
    }

    /** Writes the comma that is due and makes room for one byte more; whatever comes next is followed by one. */
    private void separate() {
        ensure(2);
        if (commaDue) {
            put(',');
        }
        commaDue = true;
    }

    private void put(int b) {
        buffer[size++] = (byte) b;
    }

    private void ensure(int more) {
        if (buffer.length - size < more) {
            buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, size + more));
        }
    }

    public int size() {
        return size;
    }

    public byte[] toByteArray() {
        return Arrays.copyOf(buffer, size);
    }

    @Override
    public String toString() {
        return new String(buffer, 0, size, StandardCharsets.UTF_8);
    }
}
