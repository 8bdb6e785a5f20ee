package org.extenddb.core.api.batch;

import java.util.List;
import java.util.Map;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.model.AttributeValue;
import org.extenddb.core.wire.Decoded;
import org.extenddb.core.wire.JsonInput;
import org.extenddb.core.wire.JsonOutput;
import org.jspecify.annotations.Nullable;

/**
 * What a BatchGetItem asks of one table, as sent.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_KeysAndAttributes.html">KeysAndAttributes</a>
 */
public record KeysAndAttributes(
        @Nullable List<Decoded<Map<String, AttributeValue>>> keys,
        @Nullable Boolean consistentRead,
        @Nullable String projectionExpression,
        @Nullable List<String> attributesToGet,
        @Nullable Map<String, String> expressionAttributeNames) {
    /** Reads the object. */
    static KeysAndAttributes decode(JsonInput in) {
        Decoder decoder = new Decoder();
        in.object(decoder::member);
        return new KeysAndAttributes(
                decoder.keys,
                decoder.consistentRead,
                decoder.projectionExpression,
                decoder.attributesToGet,
                decoder.names);
    }

    /** The same request for other keys. */
    public KeysAndAttributes withKeys(List<Map<String, AttributeValue>> others) {
        return new KeysAndAttributes(
                others.stream().map(Decoded::valid).toList(),
                consistentRead,
                projectionExpression,
                attributesToGet,
                expressionAttributeNames);
    }

    /** Writes the object. The keys are valid. */
    void encode(JsonOutput out) {
        out.beginObject().member("Keys").beginArray();
        for (Decoded<Map<String, AttributeValue>> key :
                keys == null ? List.<Decoded<Map<String, AttributeValue>>>of() : keys) {
            out.attributes(key.orElseThrow(DynamoDbException::validation));
        }
        out.endArray();
        if (consistentRead != null) {
            out.member("ConsistentRead").bool(consistentRead);
        }
        if (projectionExpression != null) {
            out.member("ProjectionExpression").string(projectionExpression);
        }
        if (attributesToGet != null) {
            out.member("AttributesToGet").strings(attributesToGet);
        }
        if (expressionAttributeNames != null) {
            out.member("ExpressionAttributeNames").beginObject();
            expressionAttributeNames.forEach(
                    (name, attribute) -> out.member(name).string(attribute));
            out.endObject();
        }
        out.endObject();
    }

    private static final class Decoder {
        private @Nullable List<Decoded<Map<String, AttributeValue>>> keys;
        private @Nullable Boolean consistentRead;
        private @Nullable String projectionExpression;
        private @Nullable List<String> attributesToGet;
        private @Nullable Map<String, String> names;

        private void member(String name, JsonInput in) {
            switch (name) {
                case "Keys" -> keys = in.list(JsonInput::attributeMap);
                case "ConsistentRead" -> consistentRead = in.bool();
                case "ProjectionExpression" -> projectionExpression = in.string();
                case "AttributesToGet" -> attributesToGet = in.list(JsonInput::string);
                case "ExpressionAttributeNames" -> names = in.map(JsonInput::string);
                default -> in.skip();
            }
        }
    }
}
