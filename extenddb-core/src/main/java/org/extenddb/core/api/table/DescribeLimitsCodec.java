package org.extenddb.core.api.table;

import org.extenddb.core.wire.JsonOutput;

/**
 * DescribeLimits on the wire.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ServiceQuotas.html">Default quotas</a>
 */
public final class DescribeLimitsCodec {
    private DescribeLimitsCodec() {}

    /** Writes the response object. */
    public static void encode(AccountLimits response, JsonOutput out) {
        out.beginObject().member("AccountMaxReadCapacityUnits").number(response.accountUnits());
        out.member("AccountMaxWriteCapacityUnits").number(response.accountUnits());
        out.member("TableMaxReadCapacityUnits").number(response.tableUnits());
        out.member("TableMaxWriteCapacityUnits").number(response.tableUnits()).endObject();
    }
}
