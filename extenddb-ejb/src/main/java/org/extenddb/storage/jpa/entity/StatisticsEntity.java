package org.extenddb.storage.jpa.entity;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** How much a table or an index holds, as of the last count. */
@Entity
@Table(name = "ddb_statistics")
public class StatisticsEntity {
    @EmbeddedId
    private StatisticsId id = new StatisticsId();

    @Column(name = "item_count", nullable = false)
    private long itemCount;

    @Column(name = "size_bytes", nullable = false)
    private long sizeBytes;

    protected StatisticsEntity() {}

    public StatisticsId getId() {
        return id;
    }

    public long getItemCount() {
        return itemCount;
    }

    public long getSizeBytes() {
        return sizeBytes;
    }
}
