package org.extenddb.core.wire;

import com.fasterxml.jackson.core.JsonToken;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.extenddb.core.error.MessagesSerialization;
import org.extenddb.core.model.AttributeValue;
import org.jspecify.annotations.Nullable;

/**
 * Strict streaming reader of one request body. Every fault is DynamoDB's SerializationException: without a text when the body is
 * no JSON object in UTF-8, with DynamoDB's words when a member has the wrong JSON type. A JSON null counts as an absent member,
 * members nobody asks for are skipped, and of duplicate members the last one counts. Reads are positioned at one value: the body
 * at first, then the value of the member or element that was announced last.
 */
public final class JsonInput {
    private final JsonTokens tokens;
    private final AttributeValueReader attributeValues;

    /** Whether the value at hand is an element of a list or a map, for which DynamoDB has other words than for members. */
    private boolean element;

    private JsonInput(byte[] body) {
        tokens = new JsonTokens(body);
        attributeValues = new AttributeValueReader(tokens);
    }

    /** Reads {@code body}, which is never written to. */
    public static JsonInput of(byte[] body) {
        return new JsonInput(body);
    }

    /** Reads an object member by member. False for a JSON null, which has no members. */
    public boolean object(MemberReader reader) {
        if (!tokens.started()) {
            tokens.beginBody();
            members(reader);
            tokens.endBody();
            return true;
        }
        if (tokens.isNull()) {
            return false;
        }
        tokens.requireObject(
                element ? MessagesSerialization.UNEXPECTED_VALUE_TYPE : MessagesSerialization.UNEXPECTED_FIELD_TYPE);
        members(reader);
        return true;
    }

    private void members(MemberReader reader) {
        for (String name = tokens.nextMember(); name != null; name = tokens.nextMember()) {
            element = false;
            reader.read(name, this);
            tokens.skipUnread();
        }
    }

    public @Nullable String string() {
        return tokens.string();
    }

    /** A fraction is cut off; what does not fit becomes the nearest value that does. */
    public @Nullable Integer integer() {
        Long value = tokens.longInteger("Integer");
        return value == null ? null : (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, value));
    }

    /** A fraction is cut off; what does not fit becomes the nearest value that does. */
    public @Nullable Long longInteger() {
        return tokens.longInteger("Long");
    }

    public @Nullable Double decimal() {
        return tokens.decimal("Double");
    }

    /** A time in epoch seconds, to the millisecond. */
    public @Nullable Instant epochSeconds() {
        Double seconds = tokens.decimal("Date");
        return seconds == null ? null : Instant.ofEpochMilli(Math.round(seconds * 1000));
    }

    public @Nullable Boolean bool() {
        return tokens.bool();
    }

    /** Base64 text as bytes. */
    public byte @Nullable [] binary() {
        return tokens.binary();
    }

    public void skip() {
        tokens.skipUnread();
    }

    /** Elements that are null are left out. */
    public <T> @Nullable List<T> list(ValueReader<T> reader) {
        if (tokens.isNull()) {
            return null;
        }
        tokens.requireArray(element ? null : MessagesSerialization.UNEXPECTED_FIELD_TYPE);
        List<T> elements = new ArrayList<>();
        while (tokens.nextElement()) {
            element = true;
            T value = tokens.isNull() ? null : reader.read(this);
            if (value != null) {
                elements.add(value);
            }
            tokens.skipUnread();
        }
        return elements;
    }

    /** In the order of the body. Entries whose value is null are left out. */
    public <T> @Nullable Map<String, T> map(ValueReader<T> reader) {
        if (tokens.isNull()) {
            return null;
        }
        tokens.requireObject(element ? null : MessagesSerialization.UNEXPECTED_FIELD_TYPE);
        Map<String, T> entries = new LinkedHashMap<>();
        for (String name = tokens.nextMember(); name != null; name = tokens.nextMember()) {
            element = true;
            T value = tokens.isNull() ? null : reader.read(this);
            if (value != null) {
                entries.put(WellFormed.string(name), value);
            }
            tokens.skipUnread();
        }
        return entries;
    }

    /** One attribute value. Depth is not limited here to what an item may have: see {@code NestingDepth}. */
    public @Nullable Decoded<AttributeValue> attributeValue() {
        return tokens.isNull() ? null : attributeValues.value(element);
    }

    /** Attribute values by name: an item, a key, the values of an expression. */
    public @Nullable Decoded<Map<String, AttributeValue>> attributeMap() {
        return tokens.isNull() ? null : attributeValues.map(element);
    }

    /** Attribute values in a list, as legacy conditions and PartiQL parameters have them. */
    public @Nullable Decoded<List<AttributeValue>> attributeList() {
        return tokens.isNull() ? null : attributeValues.list(element);
    }

    /** Whether the value at hand is a JSON null. */
    public boolean isNull() {
        return tokens.current() == JsonToken.VALUE_NULL;
    }
}
