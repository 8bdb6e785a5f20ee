package org.extenddb.console.value;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Items as ordinary JSON: {@code {"name": "Ada"}} where DynamoDB writes {@code {"name": {"S": "Ada"}}}. Sets and binary values
 * have no JSON of their own, so they stay as DynamoDB writes them.
 */
public final class PlainJson {
    /** More than any number of DynamoDB's has before or behind its point: 1E-130 with 38 digits. */
    private static final int MOST_PLACES = 200;

    private PlainJson() {}

    /** DynamoDB's JSON of an item as ordinary JSON. */
    public static JsonObject ofItem(JsonObject item) {
        JsonObjectBuilder out = Json.createObjectBuilder();
        item.forEach((name, value) -> out.add(name, ofValue(value.asJsonObject())));
        return out.build();
    }

    /** One attribute value as ordinary JSON. */
    public static JsonValue ofValue(JsonObject typed) {
        String type = TypedValue.typeOf(typed);
        JsonValue value = TypedValue.valueOf(typed);
        return switch (type) {
            case "S", "BOOL" -> value;
            case "NULL" -> JsonValue.NULL;
            case "N" -> Json.createValue(new BigDecimal(((JsonString) value).getString()));
            case "L" -> list(value.asJsonArray());
            case "M" -> ofMap(value.asJsonObject());
            default -> typed;
        };
    }

    /** A map that looks like a typed value must not be taken for one when it comes back. */
    private static JsonValue ofMap(JsonObject map) {
        JsonObject plain = ofItem(map);
        return isSpecial(plain) ? Json.createObjectBuilder().add("M", map).build() : plain;
    }

    private static JsonArray list(JsonArray typed) {
        JsonArrayBuilder out = Json.createArrayBuilder();
        typed.forEach(element -> out.add(ofValue(element.asJsonObject())));
        return out.build();
    }

    /** Ordinary JSON as DynamoDB's. */
    public static JsonObject toItem(JsonObject plain) {
        JsonObjectBuilder out = Json.createObjectBuilder();
        for (Map.Entry<String, JsonValue> member : plain.entrySet()) {
            out.add(member.getKey(), toValue(member.getValue()));
        }
        return out.build();
    }

    private static JsonObject toValue(JsonValue plain) {
        return switch (plain.getValueType()) {
            case STRING -> typed("S", plain);
            case NUMBER -> typed("N", Json.createValue(number((JsonNumber) plain)));
            case TRUE, FALSE -> typed("BOOL", plain);
            case NULL -> typed("NULL", JsonValue.TRUE);
            case ARRAY -> {
                JsonArrayBuilder out = Json.createArrayBuilder();
                plain.asJsonArray().forEach(element -> out.add(toValue(element)));
                yield typed("L", out.build());
            }
            case OBJECT ->
                isSpecial(plain.asJsonObject()) ? plain.asJsonObject() : typed("M", toItem(plain.asJsonObject()));
        };
    }

    /** As typed, so that no digit is lost; without the exponents that Java would put in. */
    private static String number(JsonNumber number) {
        BigDecimal value = number.bigDecimalValue();
        return Math.abs(value.scale()) > MOST_PLACES ? value.toString() : value.toPlainString();
    }

    private static boolean isSpecial(JsonObject object) {
        if (object.size() != 1) {
            return false;
        }
        Map.Entry<String, JsonValue> only = object.entrySet().iterator().next();
        @Nullable JsonValue value = only.getValue();
        return switch (only.getKey()) {
            case "SS", "NS", "BS" -> value instanceof JsonArray;
            case "B" -> value instanceof JsonString;
            case "M" -> value instanceof JsonObject;
            default -> false;
        };
    }

    private static JsonObject typed(String type, JsonValue value) {
        return Json.createObjectBuilder().add(type, value).build();
    }
}
