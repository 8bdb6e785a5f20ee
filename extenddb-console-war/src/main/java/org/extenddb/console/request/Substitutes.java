package org.extenddb.console.request;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.LinkedHashMap;
import java.util.Map;

/** The #names and :values of one request; a name that occurs twice is one. */
final class Substitutes {
    private final Map<String, String> names = new LinkedHashMap<>();
    private final Map<String, JsonObject> values = new LinkedHashMap<>();

    /** The placeholder of a path: of each of its steps where it has several. What is in double quotes is one name, dots and all. */
    String path(String path) {
        StringBuilder out = new StringBuilder();
        for (String step : Quoting.steps(path)) {
            int end = Quoting.end(step);
            out.append(out.isEmpty() ? "" : ".")
                    .append(name(Quoting.name(step.substring(0, end))))
                    .append(step.substring(end));
        }
        return out.toString();
    }

    /** The placeholder of a name as it is, dots and all. */
    String name(String name) {
        return names.computeIfAbsent(name, any -> "#n" + (names.size() + 1));
    }

    String value(JsonObject typed) {
        String placeholder = ":v" + (values.size() + 1);
        values.put(placeholder, typed);
        return placeholder;
    }

    void addTo(JsonObjectBuilder request) {
        if (!names.isEmpty()) {
            JsonObjectBuilder out = Json.createObjectBuilder();
            names.forEach((name, placeholder) -> out.add(placeholder, name));
            request.add("ExpressionAttributeNames", out);
        }
        if (!values.isEmpty()) {
            JsonObjectBuilder out = Json.createObjectBuilder();
            values.forEach(out::add);
            request.add("ExpressionAttributeValues", out);
        }
    }
}
