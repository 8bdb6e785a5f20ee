package org.extenddb.storage.jpa.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A deleted table whose items are still to be removed. */
@Entity
@Table(name = "ddb_clearing_job")
public class ClearingJobEntity {
    /** A server that had not heard of the deletion may write for a moment more, so items are removed twice. */
    private static final int PASSES = 2;

    @Id
    @Column(name = "storage_id")
    private int storageId;

    @Column(name = "passes_left", nullable = false)
    private int passesLeft;

    @Column(name = "due_at", nullable = false)
    private Instant dueAt = Instant.EPOCH;

    protected ClearingJobEntity() {}

    public ClearingJobEntity(int storageId, Instant dueAt) {
        this.storageId = storageId;
        this.passesLeft = PASSES;
        this.dueAt = dueAt;
    }

    public int getStorageId() {
        return storageId;
    }

    public int getPassesLeft() {
        return passesLeft;
    }

    public Instant getDueAt() {
        return dueAt;
    }
}
