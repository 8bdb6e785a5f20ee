package org.extenddb.storage.jpa.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/**
 * An item of any table. The hot path reads and writes the same rows by native statements, and keeps the version by the same
 * rule: it must be what it was when the item was read.
 */
@Entity
@Table(name = "ddb_item")
public class ItemEntity {
    @EmbeddedId
    private ItemId id = new ItemId();

    @Version
    @Column(name = "ver", nullable = false)
    private long version;

    @Column(name = "exp")
    private @Nullable Long expiresAt;

    @Column(name = "sz", nullable = false)
    private int size;

    @Column(name = "was")
    private @Nullable Long replaced;

    @Column(name = "item", nullable = false)
    private byte[] json = {};

    @Embedded
    private IndexSlots slots = new IndexSlots();

    protected ItemEntity() {}

    public ItemId getId() {
        return id;
    }

    public long getVersion() {
        return version;
    }

    public @Nullable Long getExpiresAt() {
        return expiresAt;
    }

    public int getSize() {
        return size;
    }

    public @Nullable Long getReplaced() {
        return replaced;
    }

    public byte[] getJson() {
        return json.clone();
    }

    public IndexSlots getSlots() {
        return slots;
    }
}
