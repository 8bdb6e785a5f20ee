package org.extenddb.engine.throttle;

/**
 * Capacity units that come in at a rate and are kept for some seconds. What a request takes is known when it is done: it is let in
 * while there is anything left, and may leave the bucket in debt. Safe for use by many threads.
 */
final class TokenBucket {
    private static final double NANOS_PER_SECOND = 1e9;

    private double perSecond;
    private double most;
    private double units;
    private long filledAt;

    /** A full one. */
    TokenBucket(double perSecond, double seconds, long nanoTime) {
        this.perSecond = perSecond;
        this.most = perSecond * seconds;
        this.units = most;
        this.filledAt = nanoTime;
    }

    /** Whether a request may come in. A rate other than before holds from now on; what is left stays, up to what can be kept. */
    synchronized boolean admits(double rate, double seconds, long nanoTime) {
        fill(nanoTime);
        if (rate != perSecond) {
            perSecond = rate;
            most = rate * seconds;
            units = Math.min(units, most);
        }
        return units > 0;
    }

    synchronized void take(double taken, long nanoTime) {
        fill(nanoTime);
        units -= taken;
    }

    private void fill(long nanoTime) {
        long passed = nanoTime - filledAt;
        if (passed > 0) {
            units = Math.min(most, units + perSecond * passed / NANOS_PER_SECOND);
            filledAt = nanoTime;
        }
    }
}
