package org.extenddb.storage.jpa.entity;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** An index that is being built or deleted, and how far that has come. */
@Entity
@Table(name = "ddb_index_job")
public class IndexJobEntity {
    @EmbeddedId
    private StatisticsId id = new StatisticsId();

    @Column(name = "job_id", nullable = false)
    private long jobId;

    @Column(name = "index_name", nullable = false)
    private String indexName = "";

    @Column(name = "action", nullable = false)
    private String action = "";

    @Column(name = "last_ph", nullable = false)
    private UUID lastPartition = new UUID(0, 0);

    @Column(name = "last_sk", nullable = false)
    private byte[] lastSort = {};

    @Column(name = "items", nullable = false)
    private long items;

    @Column(name = "entries", nullable = false)
    private long entries;

    @Column(name = "violations", nullable = false)
    private long violations;

    @Column(name = "started_at", nullable = false)
    private Instant startedAt = Instant.EPOCH;

    @Column(name = "updated_at", nullable = false)
    private Instant updatedAt = Instant.EPOCH;

    protected IndexJobEntity() {}

    public StatisticsId getId() {
        return id;
    }

    public long getJobId() {
        return jobId;
    }

    public String getIndexName() {
        return indexName;
    }

    public String getAction() {
        return action;
    }

    public UUID getLastPartition() {
        return lastPartition;
    }

    public byte[] getLastSort() {
        return lastSort.clone();
    }

    public long getItems() {
        return items;
    }

    public long getEntries() {
        return entries;
    }

    public long getViolations() {
        return violations;
    }

    public Instant getStartedAt() {
        return startedAt;
    }

    public Instant getUpdatedAt() {
        return updatedAt;
    }
}
