package org.extenddb.core.api.table;

import org.extenddb.core.wire.JsonOutput;

/** DescribeEndpoints on the wire. */
public final class DescribeEndpointsCodec {
    private static final int CACHE_PERIOD_MINUTES = 1_440;

    private DescribeEndpointsCodec() {}

    /** Writes the response object with one endpoint. */
    public static void encode(String address, JsonOutput out) {
        out.beginObject().member("Endpoints").beginArray();
        out.beginObject().member("Address").string(address);
        out.member("CachePeriodInMinutes").number(CACHE_PERIOD_MINUTES).endObject();
        out.endArray().endObject();
    }
}
