package org.extenddb.core.capacity;

/**
 * Write capacity units of sizes in bytes: one for each 1 KB begun, at least one.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/read-write-operations.html">Capacity unit consumption</a>
 */
public final class WriteUnits {
    private static final int UNIT = 1024;

    private WriteUnits() {}

    public static long of(int bytes) {
        return Math.max(1, (bytes + UNIT - 1) / UNIT);
    }

    /** Units of changing an item: those of the larger of its two images. */
    public static long of(int previousBytes, int newBytes) {
        return of(Math.max(previousBytes, newBytes));
    }
}
