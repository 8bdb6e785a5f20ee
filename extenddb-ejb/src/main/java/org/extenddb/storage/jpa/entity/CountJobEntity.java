package org.extenddb.storage.jpa.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A table that is counted again once it was written to since ({@code writes > counted}). */
@Entity
@Table(name = "ddb_count_job")
public class CountJobEntity {
    @Id
    @Column(name = "storage_id")
    private int storageId;

    @Column(name = "writes", nullable = false)
    private long writes;

    @Column(name = "counted", nullable = false)
    private long counted;

    @Column(name = "due_at", nullable = false)
    private Instant dueAt = Instant.EPOCH;

    protected CountJobEntity() {}

    public int getStorageId() {
        return storageId;
    }

    public long getWrites() {
        return writes;
    }

    public long getCounted() {
        return counted;
    }

    public Instant getDueAt() {
        return dueAt;
    }
}
