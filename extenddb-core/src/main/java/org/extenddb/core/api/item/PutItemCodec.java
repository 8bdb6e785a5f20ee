package org.extenddb.core.api.item;

import java.util.Map;
import org.extenddb.core.model.AttributeValue;
import org.extenddb.core.wire.Decoded;
import org.extenddb.core.wire.JsonInput;
import org.extenddb.core.wire.JsonOutput;
import org.jspecify.annotations.Nullable;

/** PutItem on the wire. */
public final class PutItemCodec {
    private @Nullable String tableName;
    private @Nullable Decoded<Map<String, AttributeValue>> item;
    private final ConditionMembersDecoder condition = new ConditionMembersDecoder();
    private final ReturnMembersDecoder returns = new ReturnMembersDecoder();

    private PutItemCodec() {}

    /** Reads the request object. */
    public static PutItemRequest decode(JsonInput in) {
        PutItemCodec codec = new PutItemCodec();
        in.object(codec::member);
        return new PutItemRequest(codec.tableName, codec.item, codec.condition.members(), codec.returns.members());
    }

    private void member(String name, JsonInput in) {
        switch (name) {
            case "TableName" -> tableName = in.string();
            case "Item" -> item = in.attributeMap();
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
