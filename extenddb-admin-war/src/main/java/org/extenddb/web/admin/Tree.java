package org.extenddb.web.admin;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Results of IAM as JSON: members begin with a small letter, tags are an object, policy documents are JSON themselves.
 */
final class Tree {
    private static final Set<String> DOCUMENTS = Set.of("PolicyDocument", "AssumeRolePolicyDocument", "Document");

    private Tree() {}

    static JsonObject json(Map<String, ?> members) {
        JsonObjectBuilder object = Json.createObjectBuilder();
        members.forEach((name, value) -> object.add(memberName(name), value(name, value)));
        return object.build();
    }

    /** One structure among the members. */
    static JsonObject json(Map<String, ?> members, String name) {
        return json(structure(members, name));
    }

    static Map<String, ?> structure(Map<String, ?> members, String name) {
        return members.get(name) instanceof Map<?, ?> structure ? named(structure) : Map.of();
    }

    /** The structures of a list among the members. */
    static List<Map<String, ?>> structures(Map<String, ?> members, String name) {
        return members.get(name) instanceof List<?> list
                ? list.stream().<Map<String, ?>>map(Tree::named).toList()
                : List.of();
    }

    @SuppressWarnings("unchecked") // Structures are made by ResultTree, by name.
    private static Map<String, ?> named(Object structure) {
        return (Map<String, ?>) structure;
    }

    private static JsonValue value(String name, Object value) {
        if (value instanceof Map<?, ?> map) {
            return json(named(map));
        }
        if (value instanceof List<?> list) {
            return name.equals("Tags") ? tags(list) : array(name, list);
        }
        if (value instanceof Boolean truth) {
            return truth ? JsonValue.TRUE : JsonValue.FALSE;
        }
        if (value instanceof Number number) {
            return Json.createValue(number.longValue());
        }
        return DOCUMENTS.contains(name) ? document(value.toString()) : Json.createValue(value.toString());
    }

    private static JsonValue array(String name, List<?> list) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        list.forEach(element -> array.add(value(name, element)));
        return array.build();
    }

    private static JsonValue tags(List<?> tags) {
        JsonObjectBuilder object = Json.createObjectBuilder();
        for (Object tag : tags) {
            if (tag instanceof Map<?, ?> entry) {
                object.add(String.valueOf(entry.get("Key")), String.valueOf(entry.get("Value")));
            }
        }
        return object.build();
    }

    private static JsonValue document(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        } catch (JsonException e) {
            return Json.createValue(text);
        }
    }

    /** {@code UserName} becomes {@code userName}; what has no small letter stays. */
    private static String memberName(String name) {
        return name.length() > 1 && Character.isLowerCase(name.charAt(1))
                ? Character.toLowerCase(name.charAt(0)) + name.substring(1)
                : name;
    }
}
