package org.extenddb.core.api.batch;

import java.util.List;
import java.util.Map;
import org.extenddb.core.capacity.ConsumedCapacity;
import org.extenddb.core.wire.JsonInput;
import org.extenddb.core.wire.JsonOutput;
import org.jspecify.annotations.Nullable;

/** BatchWriteItem on the wire. */
public final class BatchWriteItemCodec {
    private @Nullable Map<String, List<WriteRequest>> requestItems;
    private @Nullable String returnConsumedCapacity;
    private @Nullable String returnItemCollectionMetrics;

    private BatchWriteItemCodec() {}

    /** Reads the request object. */
    public static BatchWriteItemRequest decode(JsonInput in) {
        BatchWriteItemCodec codec = new BatchWriteItemCodec();
        in.object(codec::member);
        return new BatchWriteItemRequest(
                codec.requestItems, codec.returnConsumedCapacity, codec.returnItemCollectionMetrics);
    }

    private void member(String name, JsonInput in) {
        switch (name) {
            case "RequestItems" -> requestItems = in.map(table -> table.list(WriteRequest::decode));
            case "ReturnConsumedCapacity" -> returnConsumedCapacity = in.string();
            case "ReturnItemCollectionMetrics" -> returnItemCollectionMetrics = in.string();
            default -> in.skip();
        }
    }

    /** Writes the response object. */
    public static void encode(BatchWriteItemResponse response, JsonOutput out) {
        out.beginObject().member("UnprocessedItems").beginObject();
        response.unprocessedItems().forEach((table, requests) -> {
            out.member(table).beginArray();
            requests.forEach(request -> request.encode(out));
            out.endArray();
        });
        out.endObject();
        if (!response.itemCollectionMetrics().isEmpty()) {
            out.member("ItemCollectionMetrics").beginObject();
            response.itemCollectionMetrics().forEach((table, metrics) -> {
                out.member(table).beginArray();
                metrics.forEach(collection -> collection.encode(out));
                out.endArray();
            });
            out.endObject();
        }
        ConsumedCapacity.encodeAll(response.consumedCapacity(), out);
        out.endObject();
    }
}
