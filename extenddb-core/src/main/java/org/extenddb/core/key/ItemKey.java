package org.extenddb.core.key;

import org.extenddb.core.model.ByteString;

/**
 * The storage key of one item within its table: the hash of its hash key and its order-preserving encoded range key (empty
 * when the table has none). Ordered as a Scan returns items.
 */
public record ItemKey(PartitionHash partition, ByteString sort) implements Comparable<ItemKey> {
    @Override
    public int compareTo(ItemKey other) {
        int first = partition.compareTo(other.partition);
        return first != 0 ? first : sort.compareTo(other.sort);
    }
}
