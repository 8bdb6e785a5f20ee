package org.extenddb.core.model;

/** Provisioned capacity, in units a second. */
public record ProvisionedThroughput(long readCapacityUnits, long writeCapacityUnits) {
    /** What a PAY_PER_REQUEST table describes itself with. */
    public static final ProvisionedThroughput NONE = new ProvisionedThroughput(0, 0);
}
