package org.extenddb.core.api.query;

import org.extenddb.core.wire.JsonInput;
import org.extenddb.core.wire.JsonOutput;
import org.jspecify.annotations.Nullable;

/** Scan on the wire. */
public final class ScanCodec {
    private final ReadMembersDecoder read = new ReadMembersDecoder("ScanFilter", NamedValues::read);
    private @Nullable Integer segment;
    private @Nullable Integer totalSegments;

    private ScanCodec() {}

    /** Reads the request object. */
    public static ScanRequest decode(JsonInput in) {
        ScanCodec codec = new ScanCodec();
        in.object(codec::member);
        return new ScanRequest(codec.read.members(), codec.segment, codec.totalSegments);
    }

    private void member(String name, JsonInput in) {
        switch (name) {
            case "Segment" -> segment = in.integer();
            case "TotalSegments" -> totalSegments = in.integer();
            default -> read.member(name, in);
        }
    }

    /** Writes the response object. */
    public static void encode(PageResponse response, JsonOutput out) {
        PageResponse.encode(response, out);
    }
}
