package org.extenddb.core.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.ErrorCode;
import org.extenddb.core.error.MessagesSerialization;
import org.jspecify.annotations.Nullable;

/** The tokens of a body, each fault turned into DynamoDB's SerializationException. */
final class JsonTokens {
    /** Far above the 16 MiB a body may have, so that Jackson's limits never answer before DynamoDB's own. */
    private static final int UNLIMITED = 64 * 1024 * 1024;

    /** Bounds the parser's memory; an item's own limit of 32 levels is about a tenth of it. */
    private static final int MAX_JSON_DEPTH = 2_000;

    /** Digits beyond which a whole number cannot fit a long; not worth converting then. */
    private static final int MAX_LONG_DIGITS = 18;

    private static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_JSON_DEPTH)
                    .maxStringLength(UNLIMITED)
                    .maxNameLength(UNLIMITED)
                    .maxNumberLength(UNLIMITED)
                    .build())
            // UTF-8 is the protocol's only encoding.
            .disable(JsonFactory.Feature.CHARSET_DETECTION)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
            .build();

    private final JsonParser parser;

    JsonTokens(byte[] body) {
        try {
            parser = FACTORY.createParser(body);
        } catch (IOException e) {
            throw malformed();
        }
    }

    static DynamoDbException malformed() {
        return DynamoDbException.of(ErrorCode.SERIALIZATION, null);
    }

    static DynamoDbException wrong(@Nullable String message) {
        return DynamoDbException.of(ErrorCode.SERIALIZATION, message);
    }

    boolean started() {
        return parser.currentToken() != null;
    }

    @Nullable
    JsonToken current() {
        return parser.currentToken();
    }

    boolean isNull() {
        return parser.currentToken() == JsonToken.VALUE_NULL;
    }

    void beginBody() {
        if (next() != JsonToken.START_OBJECT) {
            throw malformed();
        }
    }

    void endBody() {
        if (next() != null) {
            throw malformed();
        }
        try {
            parser.close();
        } catch (IOException e) {
            throw malformed();
        }
    }

    /** The name of the next member with the parser at its value, or null at the end of the object. */
    @Nullable
    String nextMember() {
        try {
            String name = parser.nextFieldName();
            if (name == null) {
                return null;
            }
            parser.nextToken();
            return name;
        } catch (IOException e) {
            throw malformed();
        }
    }

    boolean nextElement() {
        return next() != JsonToken.END_ARRAY;
    }

    private @Nullable JsonToken next() {
        try {
            return parser.nextToken();
        } catch (IOException e) {
            throw malformed();
        }
    }

    /** Skips a structure that nobody has read; a scalar or a structure that has been read is behind us already. */
    void skipUnread() {
        try {
            parser.skipChildren();
        } catch (IOException e) {
            throw malformed();
        }
    }

    /** At an array DynamoDB says nothing, at a scalar {@code scalarMessage}. */
    void requireObject(@Nullable String scalarMessage) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw wrong(parser.currentToken() == JsonToken.START_ARRAY ? null : scalarMessage);
        }
    }

    void requireArray(@Nullable String scalarMessage) {
        JsonToken token = parser.currentToken();
        if (token != JsonToken.START_ARRAY) {
            throw wrong(token == JsonToken.START_OBJECT ? MessagesSerialization.OBJECT_NOT_EXPECTED : scalarMessage);
        }
    }

    @Nullable
    String string() {
        JsonToken token = parser.currentToken();
        if (token != JsonToken.VALUE_STRING) {
            if (token == JsonToken.VALUE_NULL) {
                return null;
            }
            throw wrongScalar("String");
        }
        return text();
    }

    private String text() {
        try {
            return WellFormed.string(parser.getText());
        } catch (IOException e) {
            throw malformed();
        }
    }

    @Nullable
    Long longInteger(String target) {
        JsonToken token = parser.currentToken();
        try {
            if (token == JsonToken.VALUE_NUMBER_INT) {
                return parser.getTextLength() > MAX_LONG_DIGITS ? nearestLong() : parser.getLongValue();
            }
            if (token == JsonToken.VALUE_NUMBER_FLOAT) {
                return (long) parser.getDoubleValue();
            }
        } catch (IOException e) {
            throw malformed();
        }
        if (token == JsonToken.VALUE_NULL) {
            return null;
        }
        throw wrongScalar(target);
    }

    private long nearestLong() throws IOException {
        String digits = parser.getText();
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException e) {
            return digits.charAt(0) == '-' ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
    }

    @Nullable
    Double decimal(String target) {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT) {
            try {
                return parser.getDoubleValue();
            } catch (IOException e) {
                throw malformed();
            }
        }
        if (token == JsonToken.VALUE_NULL) {
            return null;
        }
        throw wrongScalar(target);
    }

    @Nullable
    Boolean bool() {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE) {
            return token == JsonToken.VALUE_TRUE;
        }
        if (token == JsonToken.VALUE_NULL) {
            return null;
        }
        if (token != JsonToken.VALUE_STRING) {
            throw wrongScalar("Boolean");
        }
        String text = text();
        if (text.equalsIgnoreCase("true")) {
            return true;
        }
        if (text.equalsIgnoreCase("false")) {
            return false;
        }
        throw wrong(MessagesSerialization.NOT_A_BOOLEAN);
    }

    byte @Nullable [] binary() {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_STRING) {
            return StrictBase64.decode(text());
        }
        if (token == JsonToken.VALUE_NULL) {
            return null;
        }
        throw token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY
                ? wrongScalar("")
                : wrong(MessagesSerialization.BINARY_NOT_A_STRING);
    }

    private DynamoDbException wrongScalar(String target) {
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> wrong(MessagesSerialization.OBJECT_NOT_EXPECTED);
            case START_ARRAY -> malformed();
            case VALUE_STRING -> wrong(MessagesSerialization.cannotBeConverted("STRING_VALUE", target));
            case VALUE_NUMBER_INT -> wrong(MessagesSerialization.cannotBeConverted("NUMBER_VALUE", target));
            case VALUE_NUMBER_FLOAT -> wrong(MessagesSerialization.cannotBeConverted("DECIMAL_VALUE", target));
            case VALUE_TRUE -> wrong(MessagesSerialization.cannotBeConverted("TRUE_VALUE", target));
            case VALUE_FALSE -> wrong(MessagesSerialization.cannotBeConverted("FALSE_VALUE", target));
            default -> malformed();
        };
    }
}
