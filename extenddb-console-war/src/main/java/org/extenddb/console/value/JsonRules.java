package org.extenddb.console.value;

import jakarta.json.Json;
import jakarta.json.stream.JsonLocation;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import jakarta.json.stream.JsonParserFactory;
import jakarta.json.stream.JsonParsingException;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What a typed text must keep to before anything is made of it: JSON's grammar, and what a JSON reader would pass over in silence. */
final class JsonRules {
    /** DynamoDB takes 32 levels, which are two each in its JSON; the rest is for its own words to be said. */
    private static final int MOST_LEVELS = 500;

    private static final JsonParserFactory PARSERS = Json.createParserFactory(Map.of());

    private final JsonParser parser;
    private final Deque<Set<String>> names = new ArrayDeque<>();

    private JsonRules(JsonParser parser) {
        this.parser = parser;
    }

    /** @throws InvalidJsonException with the place of the first fault */
    static void check(String text) {
        try (JsonParser parser = PARSERS.createParser(new StringReader(text))) {
            new JsonRules(parser).check();
        } catch (JsonParsingException e) {
            throw at(e.getLocation(), "This is no JSON");
        }
    }

    private void check() {
        while (parser.hasNext()) {
            Event event = parser.next();
            switch (event) {
                case START_OBJECT, START_ARRAY -> begin();
                case END_OBJECT, END_ARRAY -> names.pop();
                case KEY_NAME -> name(parser.getString());
                case VALUE_STRING -> whole(parser.getString());
                default -> {}
            }
        }
    }

    private void begin() {
        if (names.size() == MOST_LEVELS) {
            throw here("This is nested too deeply");
        }
        names.push(new HashSet<>());
    }

    private void name(String name) {
        whole(name);
        if (!names.element().add(name)) {
            throw here("The name \"" + name + "\" is there a second time");
        }
    }

    /** Half of a character cannot be sent: it would arrive as a question mark. */
    private void whole(String text) {
        if (text.codePoints().anyMatch(each -> each >= Character.MIN_SURROGATE && each <= Character.MAX_SURROGATE)) {
            throw here("This is half of a character");
        }
    }

    private InvalidJsonException here(String fault) {
        return at(parser.getLocation(), fault);
    }

    private static InvalidJsonException at(JsonLocation place, String fault) {
        return new InvalidJsonException(
                fault + " at line %d, column %d.".formatted(place.getLineNumber(), place.getColumnNumber()),
                place.getLineNumber(),
                place.getColumnNumber());
    }
}
