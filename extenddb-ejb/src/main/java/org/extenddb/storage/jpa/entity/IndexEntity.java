package org.extenddb.storage.jpa.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
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

    @Column(name = "status", nullable = false)
    public String status = "";
}
