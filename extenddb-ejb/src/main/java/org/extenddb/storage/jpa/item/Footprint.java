package org.extenddb.storage.jpa.item;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.extenddb.core.storage.IndexEntry;
import org.extenddb.core.storage.NewItem;
import org.jspecify.annotations.Nullable;

/**
 * What an item counts for in its table and indexes, as one number: its size in the lower 32 bits, above them a bit for each index
 * slot that it is in. An absent item's is 0, and no other's, since no item is of zero bytes.
 */
final class Footprint {
    static final int SLOTS = 25;
    static final long ABSENT = 0;
    private static final int SIZE_BITS = 32;
    private static final List<Integer> ALL_SLOTS =
            IntStream.rangeClosed(1, SLOTS).boxed().toList();

    private Footprint() {}

    /** The expression that has it of a row, whatever its table's slots. */
    static String sql(String alias) {
        return sql(alias, ALL_SLOTS);
    }

    /** The same of a table with these slots. */
    static String sql(String alias, List<Integer> slots) {
        return slots.stream()
                .map(slot -> " + CASE WHEN " + alias + ".g" + slot + "p IS NULL THEN 0 ELSE " + bit(slot) + " END")
                .collect(Collectors.joining("", "(" + alias + ".sz::bigint", ")"));
    }

    /** Of an item as it is written to a table with these slots. */
    static long of(@Nullable NewItem item, List<Integer> slots) {
        if (item == null) {
            return ABSENT;
        }
        long footprint = item.size();
        for (IndexEntry entry : item.entries()) {
            if (slots.contains(entry.slot())) {
                footprint |= bit(entry.slot());
            }
        }
        return footprint;
    }

    static int size(long footprint) {
        return (int) footprint;
    }

    /** The slots, bit by bit: the lowest is slot 1. */
    static long slots(long footprint) {
        return footprint >>> SIZE_BITS;
    }

    private static long bit(int slot) {
        return 1L << SIZE_BITS + slot - 1;
    }
}
