package org.extenddb.storage.jpa.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** The last sequence number as it was at some time. */
@Entity
@Table(name = "ddb_stream_mark")
public class StreamMarkEntity {
    @Id
    @Column(name = "taken_at")
    private Instant takenAt = Instant.EPOCH;

    @Column(name = "sequence", nullable = false)
    private long sequence;

    protected StreamMarkEntity() {}

    public Instant getTakenAt() {
        return takenAt;
    }

    public long getSequence() {
        return sequence;
    }
}
