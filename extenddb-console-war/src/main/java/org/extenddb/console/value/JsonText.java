package org.extenddb.console.value;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonValue;
import jakarta.json.JsonWriter;
import jakarta.json.JsonWriterFactory;
import jakarta.json.stream.JsonGenerator;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;

/** JSON between text and objects. */
public final class JsonText {
    private static final JsonWriterFactory PRETTY =
            Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true));
    private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

    /** Indentation alone: a line begins within no string. */
    private static final Pattern LEVELS = Pattern.compile("(?m)^(?: {4})+");

    private JsonText() {}

    /**
     * Reads one object and nothing after it. No name may stand twice in one object: which of the two was meant, nobody knows.
     *
     * @throws InvalidJsonException with the place of the first fault
     */
    public static JsonObject parse(String text) {
        JsonRules.check(text);
        try (JsonReader reader = READERS.createReader(new StringReader(text))) {
            JsonValue value = reader.readValue();
            if (value instanceof JsonObject object) {
                return object;
            }
            throw new InvalidJsonException("An item is a JSON object: it begins with { and ends with }.", 1, 1);
        } catch (ArithmeticException | NumberFormatException | UnsupportedOperationException e) {
            // What the reader does not take for a number, DynamoDB does not either.
            throw new InvalidJsonException("A number here is larger than DynamoDB can store.", 1, 1);
        }
    }

    /** Reads what the server itself has written. An answer without a body is one without members. */
    public static JsonObject parse(byte[] utf8) {
        if (utf8.length == 0) {
            return JsonValue.EMPTY_JSON_OBJECT;
        }
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
        return LEVELS.matcher(out.toString().strip())
                .replaceAll(level -> " ".repeat(level.group().length() / 2));
    }
}
