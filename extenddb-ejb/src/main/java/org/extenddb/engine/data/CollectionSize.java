package org.extenddb.engine.data;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** How large a large item collection was when it was measured, and what this server has written to it since. */
final class CollectionSize {
    /** Measuring takes no more than a hundredth of the time. */
    private static final int PAUSE = 100;

    private static final long SHORTEST_PAUSE_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** It is measured again when this server has written this part of what was left, or of the limit if that is more: others write too. */
    private static final int PART_OF_REST = 16;

    private static final int SMALLEST_PART = 1_000;

    private final long bytes;
    private final long oldAtNanos;
    private final AtomicLong grown = new AtomicLong();

    CollectionSize(long bytes, long startNanos, long endNanos) {
        this.bytes = bytes;
        this.oldAtNanos = endNanos + Math.max(SHORTEST_PAUSE_NANOS, (endNanos - startNanos) * PAUSE);
    }

    boolean isFull(long limit) {
        return bytes >= limit;
    }

    /** Whether enough time has passed to measure it again. */
    boolean isOld(long nanoTime) {
        return nanoTime - oldAtNanos >= 0;
    }

    /** Adds what was written; answers whether the collection is to be measured again. */
    boolean grow(long written, long limit, long nanoTime) {
        return grown.addAndGet(written) >= Math.max((limit - bytes) / PART_OF_REST, limit / SMALLEST_PART)
                && isOld(nanoTime);
    }
}
