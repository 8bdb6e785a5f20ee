package org.extenddb.core.api.stream;

import org.extenddb.core.api.stream.GetRecordsResponse.ChangeRecord;
import org.extenddb.core.wire.JsonInput;
import org.extenddb.core.wire.JsonOutput;
import org.jspecify.annotations.Nullable;

/** GetRecords on the wire. */
public final class GetRecordsCodec {
    private @Nullable String shardIterator;
    private @Nullable Integer limit;

    private GetRecordsCodec() {}

    /** Reads the request object. */
    public static GetRecordsRequest decode(JsonInput in) {
        GetRecordsCodec codec = new GetRecordsCodec();
        in.object(codec::member);
        return new GetRecordsRequest(codec.shardIterator, codec.limit);
    }

    private void member(String name, JsonInput in) {
        switch (name) {
            case "ShardIterator" -> shardIterator = in.string();
            case "Limit" -> limit = in.integer();
            default -> in.skip();
        }
    }

    /** Writes the response object. */
    public static void encode(GetRecordsResponse response, JsonOutput out) {
        out.beginObject();
        if (response.nextShardIterator() != null) {
            out.member("NextShardIterator").string(response.nextShardIterator());
        }
        out.member("Records").beginArray();
        response.records().forEach(record -> record(record, out));
        out.endArray().endObject();
    }

    private static void record(ChangeRecord record, JsonOutput out) {
        out.beginObject().member("awsRegion").string(record.region());
        out.member("dynamodb").beginObject();
        out.member("ApproximateCreationDateTime").number(record.writtenAt().getEpochSecond());
        out.member("Keys").raw(record.keys());
        if (record.newImage() != null) {
            out.member("NewImage").raw(record.newImage());
        }
        if (record.oldImage() != null) {
            out.member("OldImage").raw(record.oldImage());
        }
        out.member("SequenceNumber").string(record.sequenceNumber());
        out.member("SizeBytes").number(record.sizeBytes());
        out.member("StreamViewType").string(record.viewType().name()).endObject();
        out.member("eventID").string(record.eventId());
        out.member("eventName").string(record.eventName());
        out.member("eventSource").string("aws:dynamodb");
        out.member("eventVersion").string("1.1");
        if (record.byService()) {
            out.member("userIdentity").beginObject();
            out.member("PrincipalId").string("dynamodb.amazonaws.com");
            out.member("Type").string("Service").endObject();
        }
        out.endObject();
    }
}
