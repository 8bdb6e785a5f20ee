package org.extenddb.storage.jpa.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an item was before a change. Written and read by native SQL alone, in the statement that changes the item. */
@Entity
@Table(name = "ddb_item_history")
public class ItemHistoryEntity {
    @Id
    @Column(name = "sequence")
    private long sequence;

    @Column(name = "ring", nullable = false)
    private int ring;

    @Column(name = "table_id", nullable = false)
    private int tableId;

    @Column(name = "ph", nullable = false)
    private UUID partition = new UUID(0, 0);

    @Column(name = "sk", nullable = false)
    private byte[] sort = {};

    @Column(name = "replaced_at", nullable = false)
    private Instant replacedAt = Instant.EPOCH;

    @Column(name = "by_service", nullable = false)
    private boolean byService;

    @Column(name = "old_size")
    private @Nullable Integer oldSize;

    @Column(name = "old_item")
    private byte @Nullable [] oldItem;

    protected ItemHistoryEntity() {}

    public long getSequence() {
        return sequence;
    }

    public int getRing() {
        return ring;
    }

    public int getTableId() {
        return tableId;
    }

    public UUID getPartition() {
        return partition;
    }

    public byte[] getSort() {
        return sort.clone();
    }

    public Instant getReplacedAt() {
        return replacedAt;
    }

    public boolean isByService() {
        return byService;
    }

    public @Nullable Integer getOldSize() {
        return oldSize;
    }

    public byte @Nullable [] getOldItem() {
        return oldItem == null ? null : oldItem.clone();
    }
}
