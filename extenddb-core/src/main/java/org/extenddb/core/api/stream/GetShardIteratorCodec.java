package org.extenddb.core.api.stream;

import org.extenddb.core.wire.JsonInput;
import org.extenddb.core.wire.JsonOutput;
import org.jspecify.annotations.Nullable;

/** GetShardIterator on the wire. */
public final class GetShardIteratorCodec {
    private @Nullable String streamArn;
    private @Nullable String shardId;
    private @Nullable String shardIteratorType;
    private @Nullable String sequenceNumber;

    private GetShardIteratorCodec() {}

    /** Reads the request object. */
    public static GetShardIteratorRequest decode(JsonInput in) {
        GetShardIteratorCodec codec = new GetShardIteratorCodec();
        in.object(codec::member);
        return new GetShardIteratorRequest(
                codec.streamArn, codec.shardId, codec.shardIteratorType, codec.sequenceNumber);
    }

    private void member(String name, JsonInput in) {
        switch (name) {
            case "StreamArn" -> streamArn = in.string();
            case "ShardId" -> shardId = in.string();
            case "ShardIteratorType" -> shardIteratorType = in.string();
            case "SequenceNumber" -> sequenceNumber = in.string();
            default -> in.skip();
        }
    }

    /** Writes the response object. */
    public static void encode(String shardIterator, JsonOutput out) {
        out.beginObject().member("ShardIterator").string(shardIterator).endObject();
    }
}
