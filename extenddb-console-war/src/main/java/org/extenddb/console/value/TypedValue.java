package org.extenddb.console.value;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/** One attribute value in DynamoDB's JSON: {@code {"S": "Ada"}}. */
public final class TypedValue {
    private static final int PREVIEW = 160;

    private TypedValue() {}

    /** {@code S}, {@code N}, {@code B} and so on. */
    public static String typeOf(JsonObject typed) {
        return typed.keySet().iterator().next();
    }

    /** What stands under the type's name. */
    public static JsonValue valueOf(JsonObject typed) {
        return Objects.requireNonNull(typed.get(typeOf(typed)));
    }

    /**
     * A value of a scalar type, as somebody typed it into a field.
     *
     * @param type S, N, B, BOOL or NULL
     */
    public static JsonObject of(String type, String text) {
        JsonValue value = switch (type) {
            case "BOOL" -> text.strip().toLowerCase(Locale.ROOT).equals("true") ? JsonValue.TRUE : JsonValue.FALSE;
            case "NULL" -> JsonValue.TRUE;
            case "N" -> Json.createValue(text.strip());
            default -> Json.createValue(text);
        };
        return Json.createObjectBuilder().add(type, value).build();
    }

    /** On one line, cut off where it gets long; for people. */
    public static String preview(JsonObject typed) {
        String text = text(typed);
        if (text.length() <= PREVIEW) {
            return text;
        }
        // Between two halves of one character there is no place to cut.
        int end = Character.isHighSurrogate(text.charAt(PREVIEW - 1)) ? PREVIEW - 1 : PREVIEW;
        return text.substring(0, end) + "…";
    }

    /** The whole value on one line, for people and for CSV. */
    public static String text(JsonObject typed) {
        String type = typeOf(typed);
        JsonValue value = valueOf(typed);
        return switch (type) {
            case "S", "N", "B" -> ((JsonString) value).getString();
            case "NULL" -> "null";
            case "SS", "NS", "BS" -> set(value.asJsonArray());
            case "L", "M" -> PlainJson.ofValue(typed).toString();
            default -> value.toString();
        };
    }

    private static String set(JsonArray members) {
        return members.getValuesAs(JsonString.class).stream()
                .map(JsonString::getString)
                .collect(Collectors.joining(", ", "{", "}"));
    }
}
