package org.extenddb.core.storage;

/** How much a table or an index holds, as of the last count. */
public record TableStatistics(long itemCount, long sizeBytes) {
    public static final TableStatistics EMPTY = new TableStatistics(0, 0);
}
