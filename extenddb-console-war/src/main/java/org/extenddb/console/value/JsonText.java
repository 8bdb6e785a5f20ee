package org.extenddb.console.value;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonValue;
import jakarta.json.JsonWriter;
import jakarta.json.JsonWriterFactory;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonLocation;
import jakarta.json.stream.JsonParsingException;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** JSON between text and objects. */
public final class JsonText {
    private static final JsonWriterFactory PRETTY =
            Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true));
    private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

    private JsonText() {}

    /**
     * Reads one object and nothing after it.
     *
     * @throws InvalidJsonException with the place of the first fault
     */
    public static JsonObject parse(String text) {
        try (JsonReader reader = READERS.createReader(new StringReader(text))) {
            JsonValue value = reader.readValue();
            if (value instanceof JsonObject object) {
                return object;
            }
            throw new InvalidJsonException("An item is a JSON object: it begins with { and ends with }.", 1, 1);
        } catch (JsonParsingException e) {
            JsonLocation place = e.getLocation();
            throw new InvalidJsonException(
                    "This is no JSON at line %d, column %d.".formatted(place.getLineNumber(), place.getColumnNumber()),
                    place.getLineNumber(),
                    place.getColumnNumber());
        }
    }

    /** Reads what the server itself has written. */
    public static JsonObject parse(byte[] utf8) {
        try (JsonReader reader = READERS.createReader(new ByteArrayInputStream(utf8), StandardCharsets.UTF_8)) {
            return reader.readObject();
        }
    }

    public static byte[] bytes(JsonObject object) {
        return object.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** With line breaks, two blanks a level. */
    public static String pretty(JsonObject object) {
        StringWriter out = new StringWriter();
        try (JsonWriter writer = PRETTY.createWriter(out)) {
            writer.write(object);
        }
        return out.toString().strip().replace("    ", "  ");
    }
}
