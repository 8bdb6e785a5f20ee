package org.extenddb.core.api.stream;

import java.util.List;
import org.extenddb.core.api.stream.DescribeStreamRequest.ShardFilter;
import org.extenddb.core.wire.JsonInput;
import org.extenddb.core.wire.JsonOutput;
import org.jspecify.annotations.Nullable;

/** DescribeStream on the wire. */
public final class DescribeStreamCodec {
    private @Nullable String streamArn;
    private @Nullable Integer limit;
    private @Nullable String exclusiveStartShardId;
    private @Nullable ShardFilter shardFilter;

    private DescribeStreamCodec() {}

    /** Reads the request object. */
    public static DescribeStreamRequest decode(JsonInput in) {
        DescribeStreamCodec codec = new DescribeStreamCodec();
        in.object(codec::member);
        return new DescribeStreamRequest(codec.streamArn, codec.limit, codec.exclusiveStartShardId, codec.shardFilter);
    }

    private void member(String name, JsonInput in) {
        switch (name) {
            case "StreamArn" -> streamArn = in.string();
            case "Limit" -> limit = in.integer();
            case "ExclusiveStartShardId" -> exclusiveStartShardId = in.string();
            case "ShardFilter" -> shardFilter = filter(in);
            default -> in.skip();
        }
    }

    private static @Nullable ShardFilter filter(JsonInput in) {
        @Nullable String[] members = new @Nullable String[2];
        boolean present = in.object((name, value) -> {
            switch (name) {
                case "Type" -> members[0] = value.string();
                case "ShardId" -> members[1] = value.string();
                default -> value.skip();
            }
        });
        return present ? new ShardFilter(members[0], members[1]) : null;
    }

    /** Writes the response object. */
    public static void encode(StreamDescription response, JsonOutput out) {
        out.beginObject().member("StreamDescription").beginObject();
        out.member("CreationRequestDateTime").epochSeconds(response.stream().createdAt());
        out.member("KeySchema").beginArray();
        elements(response.stream().hashKey(), "HASH", out);
        elements(response.stream().rangeKey(), "RANGE", out);
        out.endArray();
        if (response.lastEvaluatedShardId() != null) {
            out.member("LastEvaluatedShardId").string(response.lastEvaluatedShardId());
        }
        out.member("Shards").beginArray();
        response.shards().forEach(shard -> shard(shard, out));
        out.endArray();
        out.member("StreamArn").string(response.stream().arn());
        out.member("StreamLabel").string(response.stream().label());
        out.member("StreamStatus").string(response.status());
        out.member("StreamViewType").string(response.stream().viewType().name());
        out.member("TableName").string(response.stream().table().tableName());
        out.endObject().endObject();
    }

    private static void elements(List<String> attributes, String keyType, JsonOutput out) {
        for (String attribute : attributes) {
            out.beginObject().member("AttributeName").string(attribute);
            out.member("KeyType").string(keyType).endObject();
        }
    }

    private static void shard(StreamDescription.Shard shard, JsonOutput out) {
        out.beginObject();
        if (shard.parentShardId() != null) {
            out.member("ParentShardId").string(shard.parentShardId());
        }
        out.member("SequenceNumberRange").beginObject();
        if (shard.endingSequenceNumber() != null) {
            out.member("EndingSequenceNumber").string(shard.endingSequenceNumber());
        }
        out.member("StartingSequenceNumber").string(shard.startingSequenceNumber());
        out.endObject();
        out.member("ShardId").string(shard.shardId()).endObject();
    }
}
