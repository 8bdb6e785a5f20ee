package org.extenddb.core.storage;

import org.extenddb.core.key.KeyPosition;
import org.extenddb.core.key.PartitionRange;
import org.extenddb.core.key.SortBounds;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a table or an index.
 *
 * @param slot 0 for the table itself, otherwise the slot of an index
 * @param bounds {@link SortBounds#ALL} unless {@code partitions} is a single one
 * @param forward ascending by (partition, sort, item key); a multi-partition range is always read forward
 * @param after where to go on, itself left out and not required to exist; null for the beginning
 */
public record KeyRange(
        TableLayout table,
        int slot,
        PartitionRange partitions,
        SortBounds bounds,
        boolean forward,
        @Nullable KeyPosition after) {
    public static final int TABLE = 0;
}
