package org.extenddb.storage.jpa.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** How far the times at which a table's items expire have been brought into step with its time to live. */
@Entity
@Table(name = "ddb_expiry_job")
public class ExpiryJobEntity {
    @Id
    @Column(name = "storage_id")
    private int storageId;

    @Column(name = "changed_at", nullable = false)
    private Instant changedAt = Instant.EPOCH;

    @Column(name = "last_ph", nullable = false)
    private UUID lastPartition = new UUID(0, 0);

    @Column(name = "last_sk", nullable = false)
    private byte[] lastSort = {};

    @Column(name = "filled", nullable = false)
    private boolean filled;

    protected ExpiryJobEntity() {}

    public int getStorageId() {
        return storageId;
    }

    public Instant getChangedAt() {
        return changedAt;
    }

    public UUID getLastPartition() {
        return lastPartition;
    }

    public byte[] getLastSort() {
        return lastSort.clone();
    }

    public boolean isFilled() {
        return filled;
    }
}
