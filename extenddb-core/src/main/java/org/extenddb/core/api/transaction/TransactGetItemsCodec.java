package org.extenddb.core.api.transaction;

import java.util.List;
import org.extenddb.core.capacity.ConsumedCapacity;
import org.extenddb.core.wire.JsonInput;
import org.extenddb.core.wire.JsonOutput;
import org.jspecify.annotations.Nullable;

/** TransactGetItems on the wire. */
public final class TransactGetItemsCodec {
    private @Nullable List<TransactGetItem> transactItems;
    private @Nullable String returnConsumedCapacity;

    private TransactGetItemsCodec() {}

    /** Reads the request object. */
    public static TransactGetItemsRequest decode(JsonInput in) {
        TransactGetItemsCodec codec = new TransactGetItemsCodec();
        in.object(codec::member);
        return new TransactGetItemsRequest(codec.transactItems, codec.returnConsumedCapacity);
    }

    private void member(String name, JsonInput in) {
        switch (name) {
            case "TransactItems" -> transactItems = in.list(TransactGetItemsCodec::item);
            case "ReturnConsumedCapacity" -> returnConsumedCapacity = in.string();
            default -> in.skip();
        }
    }

    private static TransactGetItem item(JsonInput in) {
        @Nullable GetMembers[] get = new @Nullable GetMembers[1];
        in.object((name, value) -> {
            if (name.equals("Get")) {
                get[0] = GetMembers.read(value);
            }
        });
        return new TransactGetItem(get[0]);
    }

    /** Writes the response object. */
    public static void encode(TransactGetItemsResponse response, JsonOutput out) {
        out.beginObject();
        ConsumedCapacity.encodeAll(response.consumedCapacity(), out);
        out.member("Responses").beginArray();
        for (byte[] item : response.items()) {
            out.beginObject();
            if (item != null) {
                out.member("Item").raw(item);
            }
            out.endObject();
        }
        out.endArray().endObject();
    }
}
