package org.extenddb.core.api.table;

import org.extenddb.core.model.TimeToLive;
import org.extenddb.core.wire.JsonInput;
import org.extenddb.core.wire.JsonOutput;
import org.jspecify.annotations.Nullable;

/** UpdateTimeToLive and DescribeTimeToLive on the wire. */
public final class TimeToLiveCodec {
    private @Nullable String tableName;
    private @Nullable TimeToLiveMembers specification;

    private TimeToLiveCodec() {}

    /** Reads UpdateTimeToLive's request object. */
    public static UpdateTimeToLiveRequest decodeUpdate(JsonInput in) {
        TimeToLiveCodec codec = new TimeToLiveCodec();
        in.object(codec::member);
        return new UpdateTimeToLiveRequest(codec.tableName, codec.specification);
    }

    private void member(String name, JsonInput in) {
        switch (name) {
            case "TableName" -> tableName = in.string();
            case "TimeToLiveSpecification" -> specification = TimeToLiveMembers.decode(in);
            default -> in.skip();
        }
    }

    /** Writes UpdateTimeToLive's response object. */
    public static void encodeUpdate(TimeToLive response, JsonOutput out) {
        out.beginObject().member("TimeToLiveSpecification").beginObject();
        out.member("AttributeName").string(response.attributeName());
        out.member("Enabled").bool(response.enabled()).endObject().endObject();
    }

    /** Writes DescribeTimeToLive's response object. */
    public static void encodeDescription(TimeToLiveDescription response, JsonOutput out) {
        out.beginObject().member("TimeToLiveDescription").beginObject();
        if (response.attributeName() != null) {
            out.member("AttributeName").string(response.attributeName());
        }
        out.member("TimeToLiveStatus").string(response.status()).endObject().endObject();
    }
}
