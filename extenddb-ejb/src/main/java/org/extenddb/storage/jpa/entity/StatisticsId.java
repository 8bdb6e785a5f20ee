package org.extenddb.storage.jpa.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;

/** What a count is of: a table, slot 0, or one of its indexes. */
@Embeddable
public class StatisticsId implements Serializable {
    @Column(name = "storage_id")
    private int storageId;

    @Column(name = "slot")
    private int slot;

    protected StatisticsId() {}

    public StatisticsId(int storageId, int slot) {
        this.storageId = storageId;
        this.slot = slot;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StatisticsId that && storageId == that.storageId && slot == that.slot;
    }

    @Override
    public int hashCode() {
        return 31 * storageId + slot;
    }
}
