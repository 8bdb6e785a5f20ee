package org.extenddb.console.table;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * How far an index is that is being built.
 *
 * @param done items that were looked at
 * @param all items that the table has, as far as it has been counted
 */
public record BuildProgress(long done, long all) implements Serializable {
    private static final int ALMOST = 99;

    /** From 0 to 99, since the last step is not an item; null while the table's count cannot be right. */
    public @Nullable Integer percent() {
        return all == 0 || done > all ? null : (int) Math.min(ALMOST, done * 100 / all);
    }

    public long getDone() {
        return done;
    }

    public @Nullable Integer getPercent() {
        return percent();
    }
}
