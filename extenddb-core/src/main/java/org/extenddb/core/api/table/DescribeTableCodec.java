package org.extenddb.core.api.table;

import org.extenddb.core.wire.JsonOutput;

/** DescribeTable's response on the wire; its request is {@link TableNameCodec}'s. */
public final class DescribeTableCodec {
    private DescribeTableCodec() {}

    /** Writes the response object. */
    public static void encode(TableDescription response, JsonOutput out) {
        out.beginObject().member("Table");
        response.encode(out);
        out.endObject();
    }
}
