package org.extenddb.core.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * When provisioned throughput was changed.
 *
 * @param lastIncrease null if it was never raised
 * @param lastDecrease null if it was never lowered
 * @param decreases how often it was lowered on the UTC day of the last decrease
 */
public record ThroughputHistory(
        @Nullable Instant lastIncrease, @Nullable Instant lastDecrease, int decreases) {
    public static final ThroughputHistory NONE = new ThroughputHistory(null, null, 0);

    /** How often it was lowered on the UTC day of {@code now}. */
    public int decreasesOn(Instant now) {
        return lastDecrease != null && day(lastDecrease).equals(day(now)) ? decreases : 0;
    }

    private static LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }
}
