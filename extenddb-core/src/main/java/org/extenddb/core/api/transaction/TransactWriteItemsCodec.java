package org.extenddb.core.api.transaction;

import java.util.List;
import org.extenddb.core.capacity.ConsumedCapacity;
import org.extenddb.core.wire.JsonInput;
import org.extenddb.core.wire.JsonOutput;
import org.jspecify.annotations.Nullable;

/** TransactWriteItems on the wire. */
public final class TransactWriteItemsCodec {
    private @Nullable List<TransactWriteItem> transactItems;
    private @Nullable String clientRequestToken;
    private @Nullable String returnConsumedCapacity;
    private @Nullable String returnItemCollectionMetrics;

    private TransactWriteItemsCodec() {}

    /** Reads the request object. */
    public static TransactWriteItemsRequest decode(JsonInput in) {
        TransactWriteItemsCodec codec = new TransactWriteItemsCodec();
        in.object(codec::member);
        return new TransactWriteItemsRequest(
                codec.transactItems,
                codec.clientRequestToken,
                codec.returnConsumedCapacity,
                codec.returnItemCollectionMetrics);
    }

    private void member(String name, JsonInput in) {
        switch (name) {
            case "TransactItems" -> transactItems = in.list(Actions::read);
            case "ClientRequestToken" -> clientRequestToken = in.string();
            case "ReturnConsumedCapacity" -> returnConsumedCapacity = in.string();
            case "ReturnItemCollectionMetrics" -> returnItemCollectionMetrics = in.string();
            default -> in.skip();
        }
    }

    /** Writes the response object. */
    public static void encode(TransactWriteItemsResponse response, JsonOutput out) {
        out.beginObject();
        ConsumedCapacity.encodeAll(response.consumedCapacity(), out);
        if (!response.itemCollectionMetrics().isEmpty()) {
            out.member("ItemCollectionMetrics").beginObject();
            response.itemCollectionMetrics().forEach((table, metrics) -> {
                out.member(table).beginArray();
                metrics.forEach(collection -> collection.encode(out));
                out.endArray();
            });
            out.endObject();
        }
        out.endObject();
    }

    /** Reads an element of TransactItems. */
    private static final class Actions {
        private @Nullable ActionMembers conditionCheck;
        private @Nullable ActionMembers put;
        private @Nullable ActionMembers delete;
        private @Nullable ActionMembers update;

        private static TransactWriteItem read(JsonInput in) {
            Actions actions = new Actions();
            in.object(actions::member);
            return new TransactWriteItem(actions.conditionCheck, actions.put, actions.delete, actions.update);
        }

        private void member(String name, JsonInput in) {
            switch (name) {
                case "ConditionCheck" -> conditionCheck = ActionMembersDecoder.read(in);
                case "Put" -> put = ActionMembersDecoder.read(in);
                case "Delete" -> delete = ActionMembersDecoder.read(in);
                case "Update" -> update = ActionMembersDecoder.read(in);
                default -> in.skip();
            }
        }
    }
}
