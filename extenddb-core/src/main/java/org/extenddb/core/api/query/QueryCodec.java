package org.extenddb.core.api.query;

import java.util.Map;
import org.extenddb.core.api.item.LegacyCondition;
import org.extenddb.core.api.item.LegacyMembers;
import org.extenddb.core.wire.JsonInput;
import org.extenddb.core.wire.JsonOutput;
import org.jspecify.annotations.Nullable;

/** Query on the wire. */
public final class QueryCodec {
    private final ReadMembersDecoder read = new ReadMembersDecoder("QueryFilter", JsonInput::attributeMap);
    private @Nullable String keyConditionExpression;
    private @Nullable Map<String, LegacyCondition> keyConditions;
    private @Nullable Boolean scanIndexForward;

    private QueryCodec() {}

    /** Reads the request object. */
    public static QueryRequest decode(JsonInput in) {
        QueryCodec codec = new QueryCodec();
        in.object(codec::member);
        return new QueryRequest(
                codec.read.members(), codec.keyConditionExpression, codec.keyConditions, codec.scanIndexForward);
    }

    private void member(String name, JsonInput in) {
        switch (name) {
            case "KeyConditionExpression" -> keyConditionExpression = in.string();
            case "KeyConditions" -> keyConditions = in.map(LegacyMembers::condition);
            case "ScanIndexForward" -> scanIndexForward = in.bool();
            default -> read.member(name, in);
        }
    }

    /** Writes the response object. */
    public static void encode(PageResponse response, JsonOutput out) {
        PageResponse.encode(response, out);
    }
}
