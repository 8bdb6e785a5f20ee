package org.extenddb.core.api.item;

import java.util.Map;
import org.extenddb.core.model.AttributeValue;
import org.extenddb.core.wire.Decoded;
import org.extenddb.core.wire.JsonInput;
import org.extenddb.core.wire.JsonOutput;
import org.jspecify.annotations.Nullable;

/** UpdateItem on the wire. */
public final class UpdateItemCodec {
    private @Nullable String tableName;
    private @Nullable Decoded<Map<String, AttributeValue>> key;
    private @Nullable String updateExpression;
    private @Nullable Map<String, AttributeUpdate> attributeUpdates;
    private final ConditionMembersDecoder condition = new ConditionMembersDecoder();
    private final ReturnMembersDecoder returns = new ReturnMembersDecoder();

    private UpdateItemCodec() {}

    /** Reads the request object. */
    public static UpdateItemRequest decode(JsonInput in) {
        UpdateItemCodec codec = new UpdateItemCodec();
        in.object(codec::member);
        return new UpdateItemRequest(
                codec.tableName,
                codec.key,
                codec.updateExpression,
                codec.attributeUpdates,
                codec.condition.members(),
                codec.returns.members());
    }

    private void member(String name, JsonInput in) {
        switch (name) {
            case "TableName" -> tableName = in.string();
            case "Key" -> key = in.attributeMap();
            case "UpdateExpression" -> updateExpression = in.string();
            case "AttributeUpdates" -> attributeUpdates = in.map(LegacyMembers::update);
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
