package org.extenddb.core.storage;

/**
 * How much a table or an index holds, as of the last count.
 *
 * @param sizeBytes of an index that projects a part of its items: of that part, as far as it has been measured
 */
public record TableStatistics(long itemCount, long sizeBytes) {
    public static final TableStatistics EMPTY = new TableStatistics(0, 0);
}
