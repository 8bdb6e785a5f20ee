package org.extenddb.core.wire;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.extenddb.core.error.MessagesAttributeValue;
import org.extenddb.core.error.MessagesSerialization;
import org.extenddb.core.model.AttributeType;
import org.extenddb.core.model.AttributeValue;
import org.extenddb.core.model.AttributeValue.BinaryValue;
import org.extenddb.core.model.AttributeValue.BooleanValue;
import org.extenddb.core.model.AttributeValue.ListValue;
import org.extenddb.core.model.AttributeValue.MapValue;
import org.extenddb.core.model.AttributeValue.NullValue;
import org.extenddb.core.model.AttributeValue.NumberValue;
import org.extenddb.core.model.AttributeValue.StringValue;
import org.extenddb.core.model.ByteString;
import org.extenddb.core.model.DynamoNumber;
import org.extenddb.core.model.InvalidNumberException;
import org.extenddb.core.model.ItemSize;
import org.extenddb.core.model.MessagesNumber;
import org.extenddb.core.model.Utf8Length;
import org.jspecify.annotations.Nullable;

/**
 * Reads attribute values in one pass. A wrong JSON type is thrown at once; an invalid value is noted, the first one of the
 * member, and reading goes on, since a fault in the JSON further on takes precedence.
 */
final class AttributeValueReader {
    /** Deep enough to see that an item is too deep, shallow enough for the stack of whoever walks the value. */
    private static final int MAX_DEPTH = 100;

    private static final AttributeValue NULL = new NullValue();

    private final JsonTokens tokens;
    private @Nullable String problem;
    private @Nullable String olderProblem;

    AttributeValueReader(JsonTokens tokens) {
        this.tokens = tokens;
    }

    Decoded<AttributeValue> value(boolean element) {
        forget();
        return decoded(value(element, 1));
    }

    Decoded<Map<String, AttributeValue>> map(boolean element) {
        forget();
        return decoded(entries(element, 1));
    }

    Decoded<List<AttributeValue>> list(boolean element) {
        forget();
        return decoded(elements(element, 1));
    }

    private <T> Decoded<T> decoded(T value) {
        return problem == null ? Decoded.valid(value) : new Decoded<>(null, problem, olderProblem);
    }

    private void forget() {
        problem = null;
        olderProblem = null;
    }

    private AttributeValue value(boolean element, int depth) {
        if (tokens.isNull()) {
            return invalid(MessagesAttributeValue.EMPTY);
        }
        tokens.requireObject(
                element ? MessagesSerialization.UNEXPECTED_VALUE_TYPE : MessagesSerialization.UNEXPECTED_FIELD_TYPE);
        if (depth > MAX_DEPTH) {
            tokens.skipUnread();
            return invalid(MessagesAttributeValue.NESTED_TOO_DEEP);
        }
        AttributeValue value = null;
        for (String name = tokens.nextMember(); name != null; name = tokens.nextMember()) {
            AttributeType type = tokens.isNull() ? null : type(name);
            if (type == null) {
                tokens.skipUnread();
                continue;
            }
            AttributeValue member = typed(type, depth);
            if (value != null && value.type() != type) {
                note(MessagesAttributeValue.SEVERAL_TYPES);
            }
            value = member;
        }
        return value == null ? invalid(MessagesAttributeValue.EMPTY) : value;
    }

    private static @Nullable AttributeType type(String name) {
        return switch (name) {
            case "S" -> AttributeType.S;
            case "N" -> AttributeType.N;
            case "B" -> AttributeType.B;
            case "BOOL" -> AttributeType.BOOL;
            case "NULL" -> AttributeType.NULL;
            case "SS" -> AttributeType.SS;
            case "NS" -> AttributeType.NS;
            case "BS" -> AttributeType.BS;
            case "L" -> AttributeType.L;
            case "M" -> AttributeType.M;
            default -> null;
        };
    }

    private AttributeValue typed(AttributeType type, int depth) {
        return switch (type) {
            case S -> new StringValue(required(tokens.string()));
            case N -> new NumberValue(number(required(tokens.string())));
            case B -> new BinaryValue(ByteString.owning(required(tokens.binary())));
            case BOOL -> new BooleanValue(required(tokens.bool()));
            case NULL -> required(tokens.bool()) ? NULL : invalid(MessagesAttributeValue.NULL_NOT_TRUE);
            case SS -> stringSet();
            case NS -> numberSet();
            case BS -> binarySet();
            case L -> new ListValue(elements(false, depth + 1));
            case M -> new MapValue(entries(false, depth + 1));
        };
    }

    private Map<String, AttributeValue> entries(boolean element, int depth) {
        tokens.requireObject(element ? null : MessagesSerialization.UNEXPECTED_FIELD_TYPE);
        Map<String, AttributeValue> entries = new LinkedHashMap<>();
        for (String name = tokens.nextMember(); name != null; name = tokens.nextMember()) {
            if (name.length() > ItemSize.MAX_NAME || Utf8Length.of(name) > ItemSize.MAX_NAME) {
                note(MessagesAttributeValue.NAME_TOO_LONG);
            }
            entries.put(WellFormed.string(name), value(true, depth));
        }
        return entries;
    }

    private List<AttributeValue> elements(boolean element, int depth) {
        tokens.requireArray(element ? null : MessagesSerialization.UNEXPECTED_FIELD_TYPE);
        List<AttributeValue> elements = new ArrayList<>();
        while (tokens.nextElement()) {
            elements.add(value(true, depth));
        }
        return elements;
    }

    private AttributeValue stringSet() {
        List<String> members = new ArrayList<>();
        tokens.requireArray(MessagesSerialization.UNEXPECTED_FIELD_TYPE);
        while (tokens.nextElement()) {
            String member = tokens.string();
            if (member != null) {
                members.add(member);
            }
        }
        return SetMembers.strings(members, this::note);
    }

    private AttributeValue numberSet() {
        List<DynamoNumber> members = new ArrayList<>();
        tokens.requireArray(MessagesSerialization.UNEXPECTED_FIELD_TYPE);
        while (tokens.nextElement()) {
            String member = tokens.string();
            if (member != null) {
                members.add(number(member));
            }
        }
        return SetMembers.numbers(members, this::note);
    }

    private AttributeValue binarySet() {
        List<ByteString> members = new ArrayList<>();
        tokens.requireArray(MessagesSerialization.UNEXPECTED_FIELD_TYPE);
        while (tokens.nextElement()) {
            byte[] member = tokens.binary();
            if (member != null) {
                members.add(ByteString.owning(member));
            }
        }
        return SetMembers.binaries(members, this::note);
    }

    private DynamoNumber number(String text) {
        try {
            return DynamoNumber.parse(text);
        } catch (InvalidNumberException e) {
            note(e.text(), MessagesNumber.inOlderLayer(e.text()));
            return DynamoNumber.ZERO;
        }
    }

    private AttributeValue invalid(String message) {
        note(message);
        return NULL;
    }

    private void note(String message) {
        note(message, message);
    }

    private void note(String message, String older) {
        if (problem == null) {
            problem = message;
            olderProblem = older;
        }
    }

    private static <T> T required(@Nullable T value) {
        if (value == null) {
            throw JsonTokens.malformed();
        }
        return value;
    }
}
