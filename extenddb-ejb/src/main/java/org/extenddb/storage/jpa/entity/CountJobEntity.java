package org.extenddb.storage.jpa.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** What is known of the truth of a table's counts (ADR 22): it is counted anew when that was asked for ({@code writes > counted}). */
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

    @Column(name = "flushes", nullable = false)
    private long flushes;

    @Column(name = "flushed_at", nullable = false)
    private Instant flushedAt = Instant.EPOCH;

    @Column(name = "seen_writes", nullable = false)
    private long seenWrites;

    @Column(name = "seen_flushes", nullable = false)
    private long seenFlushes;

    @Column(name = "counted_at", nullable = false)
    private Instant countedAt = Instant.EPOCH;

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

    public long getFlushes() {
        return flushes;
    }

    public Instant getFlushedAt() {
        return flushedAt;
    }

    public long getSeenWrites() {
        return seenWrites;
    }

    public long getSeenFlushes() {
        return seenFlushes;
    }

    public Instant getCountedAt() {
        return countedAt;
    }

    public Instant getDueAt() {
        return dueAt;
    }
}
