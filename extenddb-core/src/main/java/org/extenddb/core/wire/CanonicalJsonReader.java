package org.extenddb.core.wire;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

/**
 * Reads the canonical JSON that {@link JsonOutput} writes: no white space, one type member to a value. It checks nothing, so it
 * is for stored items only.
 */
final class CanonicalJsonReader {
    private static final AttributeValue NULL = new NullValue();
    private static final AttributeValue TRUE = new BooleanValue(true);
    private static final AttributeValue FALSE = new BooleanValue(false);

    private final byte[] json;
    private int at;

    CanonicalJsonReader(byte[] json) {
        this.json = json;
    }

    Map<String, AttributeValue> attributes() {
        Map<String, AttributeValue> attributes = new LinkedHashMap<>();
        while (nextInObject()) {
            String name = string();
            at++; // the colon
            attributes.put(name, value());
        }
        return attributes;
    }

    /** Puts the attributes {@code wanted} into {@code into} and stops when it has them all. */
    void attributes(Set<String> wanted, Map<String, AttributeValue> into) {
        while (into.size() < wanted.size() && nextInObject()) {
            String name = string();
            at++; // the colon
            if (wanted.contains(name)) {
                into.put(name, value());
            } else {
                skipValue();
            }
        }
    }

    /** Moves past an opening brace or a comma to the next element. False, and past the bracket, at the end. */
    private boolean nextInObject() {
        return next((byte) '}');
    }

    private boolean nextInArray() {
        return next((byte) ']');
    }

    private boolean next(byte close) {
        byte b = json[at++];
        if (b == close) {
            return false;
        }
        if (b != ',' && json[at] == close) {
            at++;
            return false;
        }
        return true;
    }

    private AttributeValue value() {
        at += 2; // {"
        int type = json[at] << 8 | (json[at + 1] & 0xff);
        at = typeEnd();
        AttributeValue value = switch (type) {
            case 'S' << 8 | '"' -> new StringValue(string());
            case 'N' << 8 | '"' -> new NumberValue(DynamoNumber.parse(string()));
            case 'B' << 8 | '"' -> new BinaryValue(binary());
            case 'B' << 8 | 'O' -> bool() ? TRUE : FALSE;
            case 'N' << 8 | 'U' -> nullValue();
            case 'S' << 8 | 'S' -> new StringSet(strings());
            case 'N' << 8 | 'S' -> new NumberSet(numbers());
            case 'B' << 8 | 'S' -> new BinarySet(binaries());
            case 'L' << 8 | '"' -> new ListValue(values());
            default -> new MapValue(attributes());
        };
        at++; // }
        return value;
    }

    /** Past the quote and the colon after a type of one, two or four letters. */
    private int typeEnd() {
        int end = at + 1;
        while (json[end] != '"') {
            end++;
        }
        return end + 2;
    }

    private AttributeValue nullValue() {
        bool();
        return NULL;
    }

    private boolean bool() {
        boolean value = json[at] == 't';
        at += value ? 4 : 5;
        return value;
    }

    private List<AttributeValue> values() {
        List<AttributeValue> values = new ArrayList<>();
        while (nextInArray()) {
            values.add(value());
        }
        return values;
    }

    private List<String> strings() {
        List<String> values = new ArrayList<>();
        while (nextInArray()) {
            values.add(string());
        }
        return values;
    }

    private List<DynamoNumber> numbers() {
        List<DynamoNumber> values = new ArrayList<>();
        while (nextInArray()) {
            values.add(DynamoNumber.parse(string()));
        }
        return values;
    }

    private List<ByteString> binaries() {
        List<ByteString> values = new ArrayList<>();
        while (nextInArray()) {
            values.add(binary());
        }
        return values;
    }

    private ByteString binary() {
        int start = at + 1;
        skipString();
        return ByteString.owning(Base64.getDecoder().decode(Arrays.copyOfRange(json, start, at - 1)));
    }

    private String string() {
        int start = ++at;
        byte b = json[at];
        while (b != '"' && b != '\\') {
            b = json[++at];
        }
        if (b == '"') {
            return new String(json, start, at++ - start, StandardCharsets.UTF_8);
        }
        return unescaped(start);
    }

    /** The string from {@code start}, of which {@link #at} has come to the first escape. */
    private String unescaped(int start) {
        byte[] text = new byte[stringEnd() - start];
        int size = at - start;
        System.arraycopy(json, start, text, 0, size);
        for (byte b = json[at]; b != '"'; b = json[++at]) {
            text[size++] = b == '\\' ? escape() : b;
        }
        at++;
        return new String(text, 0, size, StandardCharsets.UTF_8);
    }

    /** The character of the escape at hand, always one byte; leaves {@link #at} on the escape's last byte. */
    private byte escape() {
        byte b = json[++at];
        return switch (b) {
            case 'b' -> '\b';
            case 't' -> '\t';
            case 'n' -> '\n';
            case 'f' -> '\f';
            case 'r' -> '\r';
            case 'u' -> {
                at += 4;
                yield (byte) (Character.digit(json[at - 1], 16) << 4 | Character.digit(json[at], 16));
            }
            default -> b;
        };
    }

    private int stringEnd() {
        int end = at;
        while (json[end] != '"') {
            end += json[end] == '\\' ? 2 : 1;
        }
        return end;
    }

    private void skipString() {
        at++;
        at = stringEnd() + 1;
    }

    private void skipValue() {
        int depth = 0;
        do {
            switch (json[at]) {
                case '"' -> skipString();
                case '{', '[' -> {
                    depth++;
                    at++;
                }
                case '}', ']' -> {
                    depth--;
                    at++;
                }
                default -> at++;
            }
        } while (depth > 0);
    }
}
