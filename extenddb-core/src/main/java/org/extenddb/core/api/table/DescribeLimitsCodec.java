package org.extenddb.core.api.table;

import org.extenddb.core.wire.JsonOutput;

/**
 * DescribeLimits on the wire.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ServiceQuotas.html">Default quotas</a>
 */
public final class DescribeLimitsCodec {
    private static final int ACCOUNT_UNITS = 80_000;
    private static final int TABLE_UNITS = 40_000;

    private DescribeLimitsCodec() {}

    /** Writes the response object: DynamoDB's default quotas, in capacity units. */
    public static void encode(EmptyRequest response, JsonOutput out) {
        out.beginObject().member("AccountMaxReadCapacityUnits").number(ACCOUNT_UNITS);
        out.member("AccountMaxWriteCapacityUnits").number(ACCOUNT_UNITS);
        out.member("TableMaxReadCapacityUnits").number(TABLE_UNITS);
        out.member("TableMaxWriteCapacityUnits").number(TABLE_UNITS).endObject();
    }
}
