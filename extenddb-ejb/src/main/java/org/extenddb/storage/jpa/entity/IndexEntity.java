package org.extenddb.storage.jpa.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An index of a table, which it lives and dies with. */
@Embeddable
public class IndexEntity {
    @Column(name = "slot", nullable = false)
    public int slot;

    /** Its place in the order in which clients see the indexes. */
    @Column(name = "position", nullable = false)
    public int position;

    @Column(name = "name", nullable = false)
    public String name = "";

    @Column(name = "kind", nullable = false)
    public String kind = "";

    @Column(name = "hash_key", nullable = false)
    public String[] hashKey = {};

    @Column(name = "range_key", nullable = false)
    public String[] rangeKey = {};

    @Column(name = "projection_type", nullable = false)
    public String projectionType = "";

    @Column(name = "non_key_attributes", nullable = false)
    public String[] nonKeyAttributes = {};

    /** Null on local indexes. */
    @Column(name = "read_capacity")
    public @Nullable Long readCapacity;

    @Column(name = "write_capacity")
    public @Nullable Long writeCapacity;

    @Column(name = "last_increase")
    public @Nullable Instant lastIncrease;

    @Column(name = "last_decrease")
    public @Nullable Instant lastDecrease;

    @Column(name = "decreases_today", nullable = false)
    public int decreasesToday;

    @Column(name = "max_read_request_units")
    public @Nullable Long maxReadRequestUnits;

    @Column(name = "max_write_request_units")
    public @Nullable Long maxWriteRequestUnits;

    @Column(name = "warm_read_units")
    public @Nullable Long warmReadUnits;

    @Column(name = "warm_write_units")
    public @Nullable Long warmWriteUnits;

    @Column(name = "status", nullable = false)
    public String status = "";
}
