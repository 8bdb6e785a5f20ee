package org.extenddb.storage.jpa.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** Up to where records are gone: one row. */
@Entity
@Table(name = "ddb_stream_horizon")
public class StreamHorizonEntity {
    @Id
    @Column(name = "id")
    private int id;

    @Column(name = "sequence", nullable = false)
    private long sequence;

    @Column(name = "taken_at", nullable = false)
    private Instant takenAt = Instant.EPOCH;

    protected StreamHorizonEntity() {}

    public int getId() {
        return id;
    }

    public long getSequence() {
        return sequence;
    }

    public Instant getTakenAt() {
        return takenAt;
    }
}
