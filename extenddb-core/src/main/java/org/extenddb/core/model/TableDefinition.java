package org.extenddb.core.model;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A table as the catalogue knows it. Immutable: a change makes a new definition with a higher {@code version}.
 *
 * @param storageId names the table's rows in storage; never used again after the table is gone
 * @param tableId the TableId of DescribeTable, stable for the table's life
 * @param policies what is attached to the table and to its streams
 * @param keyAttributes every attribute of AttributeDefinitions, each used by the table's or an index's key
 */
public record TableDefinition(
        int storageId,
        UUID tableId,
        TableAddress address,
        long version,
        TableStatus status,
        Instant createdAt,
        KeySchema keySchema,
        List<KeyAttribute> keyAttributes,
        List<IndexDefinition> indexes,
        TableSettings settings,
        AttachedPolicies policies) {
    public TableDefinition {
        keyAttributes = List.copyOf(keyAttributes);
        indexes = List.copyOf(indexes);
    }

    /** Without a policy of its own. */
    public TableDefinition(
            int storageId,
            UUID tableId,
            TableAddress address,
            long version,
            TableStatus status,
            Instant createdAt,
            KeySchema keySchema,
            List<KeyAttribute> keyAttributes,
            List<IndexDefinition> indexes,
            TableSettings settings) {
        this(
                storageId,
                tableId,
                address,
                version,
                status,
                createdAt,
                keySchema,
                keyAttributes,
                indexes,
                settings,
                AttachedPolicies.NONE);
    }

    public @Nullable IndexDefinition index(String indexName) {
        for (IndexDefinition index : indexes) {
            if (index.name().equals(indexName)) {
                return index;
            }
        }
        return null;
    }

    /** The same table with other indexes and the attributes that the table's and their keys are made of. */
    public TableDefinition withIndexes(List<KeyAttribute> changedAttributes, List<IndexDefinition> changedIndexes) {
        return new TableDefinition(
                storageId,
                tableId,
                address,
                version,
                status,
                createdAt,
                keySchema,
                changedAttributes,
                changedIndexes,
                settings,
                policies);
    }

    /** The same table with other indexes and settings. */
    public TableDefinition with(List<IndexDefinition> changedIndexes, TableSettings changed) {
        return new TableDefinition(
                storageId,
                tableId,
                address,
                version,
                status,
                createdAt,
                keySchema,
                keyAttributes,
                changedIndexes,
                changed,
                policies);
    }

    public TableDefinition with(TableSettings changed) {
        return with(indexes, changed);
    }

    public TableDefinition withStatus(TableStatus changed) {
        return new TableDefinition(
                storageId,
                tableId,
                address,
                version,
                changed,
                createdAt,
                keySchema,
                keyAttributes,
                indexes,
                settings,
                policies);
    }

    /** The same table with other policies. */
    public TableDefinition withPolicies(AttachedPolicies changed) {
        return new TableDefinition(
                storageId,
                tableId,
                address,
                version,
                status,
                createdAt,
                keySchema,
                keyAttributes,
                indexes,
                settings,
                changed);
    }
}
