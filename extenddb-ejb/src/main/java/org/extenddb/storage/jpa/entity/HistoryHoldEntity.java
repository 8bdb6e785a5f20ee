package org.extenddb.storage.jpa.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** Somebody who still reads what items of a table were. */
@Entity
@Table(name = "ddb_history_hold")
public class HistoryHoldEntity {
    @Id
    @Column(name = "holder")
    private String holder = "";

    @Column(name = "storage_id", nullable = false)
    private int storageId;

    @Column(name = "held_at", nullable = false)
    private Instant heldAt = Instant.EPOCH;

    protected HistoryHoldEntity() {}

    public String getHolder() {
        return holder;
    }

    public int getStorageId() {
        return storageId;
    }

    public Instant getHeldAt() {
        return heldAt;
    }
}
