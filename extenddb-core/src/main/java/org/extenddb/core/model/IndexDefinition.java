package org.extenddb.core.model;

import org.jspecify.annotations.Nullable;

/**
 * A secondary index.
 *
 * @param slot the number, 1 to 25, of the storage slot that holds its entries; stable for the index's life
 * @param throughput present on global indexes alone
 */
public record IndexDefinition(
        String name,
        Kind kind,
        KeySchema keySchema,
        Projection projection,
        @Nullable Throughput throughput,
        TableStatus status,
        int slot) {
    /** Local indexes share the table's hash key and allow consistent reads. */
    public enum Kind {
        LOCAL,
        GLOBAL
    }

    public boolean isGlobal() {
        return kind == Kind.GLOBAL;
    }

    /** Whether it was added to a table that was there already, and cannot be read yet. */
    public boolean isBeingBuilt() {
        return status == TableStatus.CREATING || status == TableStatus.BACKFILLING;
    }

    public IndexDefinition withStatus(TableStatus changed) {
        return new IndexDefinition(name, kind, keySchema, projection, throughput, changed, slot);
    }

    public IndexDefinition with(Throughput changed) {
        return new IndexDefinition(name, kind, keySchema, projection, changed, status, slot);
    }
}
