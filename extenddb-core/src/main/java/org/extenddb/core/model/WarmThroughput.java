package org.extenddb.core.model;

/**
 * What a table or an index is ready to serve at once, in units a second; it never gets less.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/warm-throughput.html">Warm throughput</a>
 */
public record WarmThroughput(long readUnitsPerSecond, long writeUnitsPerSecond) {
    /** Of an on-demand table that asked for nothing else. */
    public static final WarmThroughput ON_DEMAND = new WarmThroughput(12_000, 4_000);

    /** Of a table or an index that asked for nothing else. */
    public static WarmThroughput of(ProvisionedThroughput provisioned) {
        return provisioned.equals(ProvisionedThroughput.NONE)
                ? ON_DEMAND
                : new WarmThroughput(provisioned.readCapacityUnits(), provisioned.writeCapacityUnits());
    }

    /** The larger of each. */
    public WarmThroughput atLeast(WarmThroughput other) {
        return new WarmThroughput(
                Math.max(readUnitsPerSecond, other.readUnitsPerSecond),
                Math.max(writeUnitsPerSecond, other.writeUnitsPerSecond));
    }
}
