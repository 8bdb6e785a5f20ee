package org.extenddb.core.api.transaction;

import java.util.Map;
import org.extenddb.core.model.AttributeValue;
import org.extenddb.core.wire.Decoded;
import org.extenddb.core.wire.JsonInput;
import org.jspecify.annotations.Nullable;

/**
 * The Get of a transaction as sent.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Get.html">Get</a>
 */
public record GetMembers(
        @Nullable String tableName,
        @Nullable Decoded<Map<String, AttributeValue>> key,
        @Nullable String projectionExpression,
        @Nullable Map<String, String> expressionAttributeNames) {
    static @Nullable GetMembers read(JsonInput in) {
        Decoder decoder = new Decoder();
        return in.object(decoder::member)
                ? new GetMembers(decoder.tableName, decoder.key, decoder.projectionExpression, decoder.names)
                : null;
    }

    private static final class Decoder {
        private @Nullable String tableName;
        private @Nullable Decoded<Map<String, AttributeValue>> key;
        private @Nullable String projectionExpression;
        private @Nullable Map<String, String> names;

        private void member(String name, JsonInput in) {
            switch (name) {
                case "TableName" -> tableName = in.string();
                case "Key" -> key = in.attributeMap();
                case "ProjectionExpression" -> projectionExpression = in.string();
                case "ExpressionAttributeNames" -> names = in.map(JsonInput::string);
                default -> in.skip();
            }
        }
    }
}
