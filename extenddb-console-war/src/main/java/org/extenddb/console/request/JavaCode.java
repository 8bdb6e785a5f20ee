package org.extenddb.console.request;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.extenddb.console.value.TypedValue;

/** A request on items as code for the AWS SDK for Java 2. */
public final class JavaCode {
    private JavaCode() {}

    /** @param operation such as {@code Query} */
    public static String of(String operation, JsonObject request) {
        StringBuilder out = new StringBuilder()
                .append(operation)
                .append("Response response = client.")
                .append(camel(operation))
                .append("(")
                .append(operation)
                .append("Request.builder()");
        for (Map.Entry<String, JsonValue> member : request.entrySet()) {
            out.append("\n        .")
                    .append(camel(member.getKey()))
                    .append("(")
                    .append(value(member.getValue()))
                    .append(")");
        }
        return out.append("\n        .build());").toString();
    }

    private static String value(JsonValue value) {
        return switch (value.getValueType()) {
            case STRING -> literal(((JsonString) value).getString());
            case OBJECT -> map(value.asJsonObject());
            case ARRAY -> list(value.asJsonArray());
            default -> value.toString();
        };
    }

    private static String list(JsonArray elements) {
        return elements.stream().map(JavaCode::value).collect(Collectors.joining(", ", "List.of(", ")"));
    }

    private static String map(JsonObject map) {
        return map.entrySet().stream()
                .map(entry -> "Map.entry(" + literal(entry.getKey()) + ", "
                        + (entry.getValue() instanceof JsonObject typed ? attribute(typed) : value(entry.getValue()))
                        + ")")
                .collect(Collectors.joining(", ", "Map.ofEntries(", ")"));
    }

    private static String attribute(JsonObject typed) {
        String type = TypedValue.typeOf(typed);
        JsonValue value = TypedValue.valueOf(typed);
        return switch (type) {
            case "BOOL" -> "AttributeValue.fromBool(" + value + ")";
            case "NULL" -> "AttributeValue.fromNul(true)";
            case "B" ->
                "AttributeValue.fromB(SdkBytes.fromByteArray(Base64.getDecoder().decode(" + value(value) + ")))";
            case "SS", "NS" -> "AttributeValue.from" + capital(type) + "(" + value(value) + ")";
            case "BS" -> "AttributeValue.fromBs(" + bytes(value.asJsonArray()) + ")";
            case "L" ->
                "AttributeValue.fromL("
                        + value.asJsonArray().stream()
                                .map(element -> attribute(element.asJsonObject()))
                                .collect(Collectors.joining(", ", "List.of(", ")"))
                        + ")";
            case "M" -> "AttributeValue.fromM(" + map(value.asJsonObject()) + ")";
            default -> "AttributeValue.from" + type + "(" + value(value) + ")";
        };
    }

    private static String bytes(JsonArray members) {
        return members.stream()
                .map(member -> "SdkBytes.fromByteArray(Base64.getDecoder().decode(" + value(member) + "))")
                .collect(Collectors.joining(", ", "List.of(", ")"));
    }

    private static String capital(String type) {
        return type.charAt(0) + type.substring(1).toLowerCase(Locale.ROOT);
    }

    private static String camel(String name) {
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    /** JSON's escapes are Java's, but for the slash, which JSON-P leaves alone, and control characters, which Java knows as well. */
    private static String literal(String text) {
        return Json.createValue(text).toString();
    }
}
