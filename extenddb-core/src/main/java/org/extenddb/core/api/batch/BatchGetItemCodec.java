package org.extenddb.core.api.batch;

import java.util.Map;
import org.extenddb.core.capacity.ConsumedCapacity;
import org.extenddb.core.wire.JsonInput;
import org.extenddb.core.wire.JsonOutput;
import org.jspecify.annotations.Nullable;

/** BatchGetItem on the wire. */
public final class BatchGetItemCodec {
    private @Nullable Map<String, KeysAndAttributes> requestItems;
    private @Nullable String returnConsumedCapacity;

    private BatchGetItemCodec() {}

    /** Reads the request object. */
    public static BatchGetItemRequest decode(JsonInput in) {
        BatchGetItemCodec codec = new BatchGetItemCodec();
        in.object(codec::member);
        return new BatchGetItemRequest(codec.requestItems, codec.returnConsumedCapacity);
    }

    private void member(String name, JsonInput in) {
        switch (name) {
            case "RequestItems" -> requestItems = in.map(KeysAndAttributes::decode);
            case "ReturnConsumedCapacity" -> returnConsumedCapacity = in.string();
            default -> in.skip();
        }
    }

    /** Writes the response object. */
    public static void encode(BatchGetItemResponse response, JsonOutput out) {
        out.beginObject().member("Responses").beginObject();
        response.responses().forEach((table, items) -> {
            out.member(table).beginArray();
            items.forEach(out::raw);
            out.endArray();
        });
        out.endObject().member("UnprocessedKeys").beginObject();
        response.unprocessedKeys().forEach((table, keys) -> keys.encode(out.member(table)));
        out.endObject();
        ConsumedCapacity.encodeAll(response.consumedCapacity(), out);
        out.endObject();
    }
}
