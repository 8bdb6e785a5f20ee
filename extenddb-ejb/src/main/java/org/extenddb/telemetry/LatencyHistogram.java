package org.extenddb.telemetry;

import java.util.concurrent.atomic.AtomicLongArray;

/** How long requests took, eight steps to a doubling: percentiles are known to an eighth. */
final class LatencyHistogram {
    private static final int STEP_BITS = 3;
    private static final int STEPS = 1 << STEP_BITS;
    private static final double NANOS_A_MILLI = 1e6;

    private final AtomicLongArray counts = new AtomicLongArray(Long.SIZE * STEPS);

    void add(long nanos) {
        counts.incrementAndGet(index(Math.max(1, nanos)));
    }

    private static int index(long nanos) {
        int exponent = Long.SIZE - 1 - Long.numberOfLeadingZeros(nanos);
        int step = (int) (exponent < STEP_BITS ? nanos << (STEP_BITS - exponent) : nanos >>> (exponent - STEP_BITS))
                - STEPS;
        return exponent * STEPS + step;
    }

    /** The least time that no cell up to {@code index} is beyond. */
    private static double millis(int index) {
        return Math.scalb(1.0 + (index % STEPS + 1.0) / STEPS, index / STEPS) / NANOS_A_MILLI;
    }

    /**
     * The time that a part of all requests did not exceed, in milliseconds.
     *
     * @param part such as 0.99
     * @return 0 where there were none
     */
    double percentile(double part) {
        long all = 0;
        for (int i = 0; i < counts.length(); i++) {
            all += counts.get(i);
        }
        long wanted = (long) Math.ceil(all * part);
        long seen = 0;
        for (int i = 0; i < counts.length() && all > 0; i++) {
            seen += counts.get(i);
            if (seen >= wanted) {
                return millis(i);
            }
        }
        return 0;
    }
}
