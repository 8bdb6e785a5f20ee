package org.extenddb.storage.jpa.entity;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A shard of a stream. */
@Entity
@Table(name = "ddb_stream_shard")
public class StreamShardEntity {
    @EmbeddedId
    private StreamShardId id = new StreamShardId();

    @Column(name = "bucket", nullable = false, updatable = false)
    private int bucket;

    @Column(name = "parent", updatable = false)
    private @Nullable Integer parent;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt = Instant.EPOCH;

    @Column(name = "after_sequence", nullable = false, updatable = false)
    private long afterSequence;

    @Column(name = "last_sequence")
    private @Nullable Long lastSequence;

    @Column(name = "closed_at")
    private @Nullable Instant closedAt;

    @Column(name = "closing", nullable = false)
    private boolean closing;

    protected StreamShardEntity() {}

    public StreamShardId getId() {
        return id;
    }

    public int getBucket() {
        return bucket;
    }

    public @Nullable Integer getParent() {
        return parent;
    }

    public Instant getCreatedAt() {
        return createdAt;
    }

    public long getAfterSequence() {
        return afterSequence;
    }

    public @Nullable Long getLastSequence() {
        return lastSequence;
    }

    public @Nullable Instant getClosedAt() {
        return closedAt;
    }

    public boolean isClosing() {
        return closing;
    }
}
