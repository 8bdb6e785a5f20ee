package org.extenddb.core.api.stream;

import org.extenddb.core.storage.StoredStream;
import org.extenddb.core.wire.JsonInput;
import org.extenddb.core.wire.JsonOutput;
import org.jspecify.annotations.Nullable;

/** ListStreams on the wire. */
public final class ListStreamsCodec {
    private @Nullable String tableName;
    private @Nullable Integer limit;
    private @Nullable String exclusiveStartStreamArn;

    private ListStreamsCodec() {}

    /** Reads the request object. */
    public static ListStreamsRequest decode(JsonInput in) {
        ListStreamsCodec codec = new ListStreamsCodec();
        in.object(codec::member);
        return new ListStreamsRequest(codec.tableName, codec.limit, codec.exclusiveStartStreamArn);
    }

    private void member(String name, JsonInput in) {
        switch (name) {
            case "TableName" -> tableName = in.string();
            case "Limit" -> limit = in.integer();
            case "ExclusiveStartStreamArn" -> exclusiveStartStreamArn = in.string();
            default -> in.skip();
        }
    }

    /** Writes the response object. */
    public static void encode(ListStreamsResponse response, JsonOutput out) {
        out.beginObject();
        if (response.lastEvaluatedStreamArn() != null) {
            out.member("LastEvaluatedStreamArn").string(response.lastEvaluatedStreamArn());
        }
        out.member("Streams").beginArray();
        for (StoredStream stream : response.streams()) {
            out.beginObject().member("StreamArn").string(stream.arn());
            out.member("StreamLabel").string(stream.label());
            out.member("TableName").string(stream.table().tableName()).endObject();
        }
        out.endArray().endObject();
    }
}
