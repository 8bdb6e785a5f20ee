package org.extenddb.core.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far back a table's items are known.
 *
 * @param recoveryPeriodInDays 1 to 35; null while point-in-time recovery is disabled
 * @param kept whether writes keep what they replace; goes on for a while after disabling where somebody still reads what was
 * @param keptSince from when on everything is kept that was replaced, by the clock of storage; null as long as that is not certain
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Point-in-time-recovery.html">Point-in-time recovery</a>
 */
public record PointInTimeRecovery(
        @Nullable Integer recoveryPeriodInDays,
        boolean kept,
        @Nullable Instant keptSince) {
    public static final PointInTimeRecovery DISABLED = new PointInTimeRecovery(null, false, null);

    /** One that begins. */
    public static PointInTimeRecovery enabled(int recoveryPeriodInDays) {
        return new PointInTimeRecovery(recoveryPeriodInDays, true, null);
    }

    public boolean isEnabled() {
        return recoveryPeriodInDays != null;
    }

    /** The same with another period. */
    public PointInTimeRecovery withPeriod(int days) {
        return new PointInTimeRecovery(days, kept, keptSince);
    }

    /** The same when it is certain that nothing replaced from a time on is missing. */
    public PointInTimeRecovery since(Instant time) {
        return new PointInTimeRecovery(recoveryPeriodInDays, kept, time);
    }

    /** Disabled; what is replaced is kept on for those who still read what was. */
    public PointInTimeRecovery disabled() {
        return new PointInTimeRecovery(null, kept, null);
    }
}
