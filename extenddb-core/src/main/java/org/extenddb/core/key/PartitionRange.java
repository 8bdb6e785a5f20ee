package org.extenddb.core.key;

/** Partitions from {@code first} to {@code last}, both included. A Query reads one, a Scan all, a parallel scan its share. */
public record PartitionRange(PartitionHash first, PartitionHash last) {
    public static final PartitionRange ALL = new PartitionRange(PartitionHash.MIN, PartitionHash.MAX);

    public static PartitionRange single(PartitionHash partition) {
        return new PartitionRange(partition, partition);
    }

    /** The share of one segment of a parallel scan: the shares are disjoint and together are all partitions. */
    public static PartitionRange segment(int segment, int totalSegments) {
        long width = Long.divideUnsigned(-1L, totalSegments);
        long first = segment * width;
        long last = segment == totalSegments - 1 ? -1L : (segment + 1) * width - 1;
        return new PartitionRange(new PartitionHash(first, 0), new PartitionHash(last, -1L));
    }

    public boolean isSingle() {
        return first.equals(last);
    }

    public boolean contains(PartitionHash partition) {
        return first.compareTo(partition) <= 0 && partition.compareTo(last) <= 0;
    }
}
