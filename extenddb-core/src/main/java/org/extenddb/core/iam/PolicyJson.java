package org.extenddb.core.iam;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.extenddb.core.error.MessagesPolicy;

/**
 * The JSON of a policy as maps, lists and texts. No deeper than a policy is, no member twice; numbers and booleans, which only
 * conditions have, become texts.
 */
final class PolicyJson {
    /** Document, statements, statement, conditions, operator, values. */
    private static final int MAX_DEPTH = 8;

    /** No ARN, action or condition value is longer. */
    private static final int MAX_TEXT = 2048;

    private static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(PolicyDocument.MAX_LENGTH)
                    .maxNameLength(PolicyDocument.MAX_LENGTH)
                    .maxNumberLength(64)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .build();

    private final JsonParser parser;

    private PolicyJson(JsonParser parser) {
        this.parser = parser;
    }

    /** @throws MalformedPolicyException unless it is one object and nothing else */
    static Map<String, Object> read(String json) {
        try (JsonParser parser = FACTORY.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new MalformedPolicyException(MessagesPolicy.SYNTAX);
            }
            Map<String, Object> document = new PolicyJson(parser).object();
            if (parser.nextToken() != null) {
                throw new MalformedPolicyException(MessagesPolicy.SYNTAX);
            }
            return document;
        } catch (IOException e) {
            throw new MalformedPolicyException(MessagesPolicy.NOT_JSON);
        }
    }

    private Map<String, Object> object() throws IOException {
        Map<String, Object> members = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = bounded(parser.currentName());
            parser.nextToken();
            members.put(name, value());
        }
        return members;
    }

    private List<Object> array() throws IOException {
        List<Object> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value());
        }
        return elements;
    }

    private static String bounded(String text) {
        if (text.length() > MAX_TEXT) {
            throw new MalformedPolicyException(MessagesPolicy.SYNTAX);
        }
        return text;
    }

    private Object value() throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object();
            case START_ARRAY -> array();
            case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE ->
                bounded(parser.getText());
            default -> throw new MalformedPolicyException(MessagesPolicy.SYNTAX);
        };
    }
}
