package org.extenddb.storage.jpa.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;

/** The key of an item. */
@Embeddable
public class ItemId implements Serializable {
    @Column(name = "table_id")
    private int tableId;

    @Column(name = "ph")
    private UUID partition = new UUID(0, 0);

    @Column(name = "sk")
    private byte[] sort = {};

    protected ItemId() {}

    public ItemId(int tableId, UUID partition, byte[] sort) {
        this.tableId = tableId;
        this.partition = partition;
        this.sort = sort.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ItemId that
                && tableId == that.tableId
                && partition.equals(that.partition)
                && Arrays.equals(sort, that.sort);
    }

    @Override
    public int hashCode() {
        return Objects.hash(tableId, partition, Arrays.hashCode(sort));
    }
}
