package org.extenddb.storage.jpa.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A stream. Fields are set by the catalogue, which is this class's only user. */
@Entity
@Table(name = "ddb_stream")
public class StreamEntity {
    @Id
    @Column(name = "stream_id")
    public int streamId;

    @Column(name = "account", nullable = false, updatable = false)
    public String account = "";

    @Column(name = "region", nullable = false, updatable = false)
    public String region = "";

    @Column(name = "table_name", nullable = false, updatable = false)
    public String tableName = "";

    @Column(name = "created_at", nullable = false, updatable = false)
    public Instant createdAt = Instant.EPOCH;

    @Column(name = "view_type", nullable = false, updatable = false)
    public String viewType = "";

    @Column(name = "hash_key", nullable = false, updatable = false)
    public String[] hashKey = {};

    @Column(name = "range_key", nullable = false, updatable = false)
    public String[] rangeKey = {};

    @Column(name = "buckets", nullable = false, updatable = false)
    public int buckets;

    @Column(name = "disabled_at")
    public @Nullable Instant disabledAt;

    @Column(name = "settled", nullable = false)
    public boolean settled;
}
