package org.extenddb.core.key;

import java.util.UUID;

/**
 * The first 16 bytes of SHA-256 over an encoded hash key. Hash keys are only ever compared for equality, so this is all that
 * storage keeps of them in its key; the value itself is in the item. Ordered unsigned, as PostgreSQL orders {@code uuid}.
 */
public record PartitionHash(long high, long low) implements Comparable<PartitionHash> {
    public static final PartitionHash MIN = new PartitionHash(0, 0);
    public static final PartitionHash MAX = new PartitionHash(-1, -1);

    public static PartitionHash fromUuid(UUID uuid) {
        return new PartitionHash(uuid.getMostSignificantBits(), uuid.getLeastSignificantBits());
    }

    public UUID toUuid() {
        return new UUID(high, low);
    }

    @Override
    public int compareTo(PartitionHash other) {
        int first = Long.compareUnsigned(high, other.high);
        return first != 0 ? first : Long.compareUnsigned(low, other.low);
    }
}
