package org.extenddb.core.model;

/**
 * The capacity of a table or of a global index.
 *
 * @param provisioned {@link ProvisionedThroughput#NONE} on demand
 * @param onDemand {@link OnDemandThroughput#UNBOUNDED} when provisioned
 */
public record Throughput(
        ProvisionedThroughput provisioned,
        ThroughputHistory history,
        OnDemandThroughput onDemand,
        WarmThroughput warm) {
    /** Of a table or an index that is on demand, without bounds. */
    public static final Throughput ON_DEMAND = of(ProvisionedThroughput.NONE);

    /** As it is when nothing but the provisioned units was asked for. */
    public static Throughput of(ProvisionedThroughput provisioned) {
        return new Throughput(
                provisioned, ThroughputHistory.NONE, OnDemandThroughput.UNBOUNDED, WarmThroughput.of(provisioned));
    }

    public Throughput with(OnDemandThroughput changed) {
        return new Throughput(provisioned, history, changed, warm);
    }

    public Throughput with(WarmThroughput changed) {
        return new Throughput(provisioned, history, onDemand, changed);
    }
}
