package org.extenddb.core.api.item;

import java.util.List;
import java.util.Map;
import org.extenddb.core.model.AttributeValue;
import org.extenddb.core.wire.Decoded;
import org.extenddb.core.wire.JsonInput;
import org.extenddb.core.wire.JsonOutput;
import org.jspecify.annotations.Nullable;

/** GetItem on the wire. */
public final class GetItemCodec {
    private @Nullable String tableName;
    private @Nullable Decoded<Map<String, AttributeValue>> key;
    private @Nullable Boolean consistentRead;
    private @Nullable String projectionExpression;
    private @Nullable List<String> attributesToGet;
    private @Nullable Map<String, String> names;
    private @Nullable String returnConsumedCapacity;

    private GetItemCodec() {}

    /** Reads the request object. */
    public static GetItemRequest decode(JsonInput in) {
        GetItemCodec codec = new GetItemCodec();
        in.object(codec::member);
        return new GetItemRequest(
                codec.tableName,
                codec.key,
                codec.consistentRead,
                codec.projectionExpression,
                codec.attributesToGet,
                codec.names,
                codec.returnConsumedCapacity);
    }

    private void member(String name, JsonInput in) {
        switch (name) {
            case "TableName" -> tableName = in.string();
            case "Key" -> key = in.attributeMap();
            case "ConsistentRead" -> consistentRead = in.bool();
            case "ProjectionExpression" -> projectionExpression = in.string();
            case "AttributesToGet" -> attributesToGet = in.list(JsonInput::string);
            case "ExpressionAttributeNames" -> names = in.map(JsonInput::string);
            case "ReturnConsumedCapacity" -> returnConsumedCapacity = in.string();
            default -> in.skip();
        }
    }

    /** Writes the response object. */
    public static void encode(GetItemResponse response, JsonOutput out) {
        out.beginObject();
        if (response.item() != null) {
            out.member("Item").raw(response.item());
        }
        if (response.consumedCapacity() != null) {
            response.consumedCapacity().encode(out.member("ConsumedCapacity"));
        }
        out.endObject();
    }
}
