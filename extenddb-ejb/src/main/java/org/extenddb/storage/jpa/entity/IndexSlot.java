package org.extenddb.storage.jpa.entity;

import jakarta.persistence.Embeddable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An item's place in one index: the hash of its index hash key and its encoded index range key. */
@Embeddable
public class IndexSlot {
    private @Nullable UUID partition;
    private byte @Nullable [] sort;

    protected IndexSlot() {}

    public @Nullable UUID getPartition() {
        return partition;
    }

    public byte @Nullable [] getSort() {
        return sort;
    }
}
