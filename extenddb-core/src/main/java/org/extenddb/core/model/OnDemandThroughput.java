package org.extenddb.core.model;

import org.jspecify.annotations.Nullable;

/**
 * The most an on-demand table or index may be asked for, in units a second; null where there is no bound.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/on-demand-capacity-mode-max-throughput.html">Maximum
 *     throughput for on-demand tables</a>
 */
public record OnDemandThroughput(
        @Nullable Long maxReadRequestUnits, @Nullable Long maxWriteRequestUnits) {
    public static final OnDemandThroughput UNBOUNDED = new OnDemandThroughput(null, null);
}
