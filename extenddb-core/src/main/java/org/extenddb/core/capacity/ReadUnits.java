package org.extenddb.core.capacity;

/**
 * Read capacity units of sizes in bytes: one for each 4 KB begun, at least one; half of that when eventually consistent.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/read-write-operations.html">Capacity unit consumption</a>
 */
public final class ReadUnits {
    private static final int UNIT = 4096;

    private ReadUnits() {}

    /** Units of one read operation that went through {@code bytes}, be it one item, none, or a page of them. */
    public static double of(long bytes, boolean consistent) {
        long units = Math.max(1, (bytes + UNIT - 1) / UNIT);
        return consistent ? units : units / 2.0;
    }
}
