package org.extenddb.web.admin;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** Members of an answer. What is null is left out. */
final class Fields {
    private final JsonObjectBuilder object = Json.createObjectBuilder();

    static Fields of(String name, @Nullable Object value) {
        return new Fields().with(name, value);
    }

    Fields with(String name, @Nullable Object value) {
        if (value instanceof JsonValue json) {
            object.add(name, json);
        } else if (value instanceof Boolean truth) {
            object.add(name, truth);
        } else if (value instanceof Number number) {
            object.add(name, number.longValue());
        } else if (value != null) {
            object.add(name, value.toString());
        }
        return this;
    }

    JsonObject json() {
        return object.build();
    }
}
