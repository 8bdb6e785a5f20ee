package org.extenddb.core.api.item;

import java.util.Map;
import org.extenddb.core.model.AttributeValue;
import org.extenddb.core.wire.Decoded;
import org.extenddb.core.wire.JsonInput;
import org.extenddb.core.wire.JsonOutput;
import org.jspecify.annotations.Nullable;

/** DeleteItem on the wire. */
public final class DeleteItemCodec {
    private @Nullable String tableName;
    private @Nullable Decoded<Map<String, AttributeValue>> key;
    private final ConditionMembersDecoder condition = new ConditionMembersDecoder();
    private final ReturnMembersDecoder returns = new ReturnMembersDecoder();

    private DeleteItemCodec() {}

    /** Reads the request object. */
    public static DeleteItemRequest decode(JsonInput in) {
        DeleteItemCodec codec = new DeleteItemCodec();
        in.object(codec::member);
        return new DeleteItemRequest(codec.tableName, codec.key, codec.condition.members(), codec.returns.members());
    }

    private void member(String name, JsonInput in) {
        switch (name) {
            case "TableName" -> tableName = in.string();
            case "Key" -> key = in.attributeMap();
            default -> {
                if (!condition.member(name, in) && !returns.member(name, in)) {
                    in.skip();
                }
            }
        }
    }

    /** Writes the response object. */
    public static void encode(WriteItemResponse response, JsonOutput out) {
        WriteItemResponse.encode(response, out);
    }
}
