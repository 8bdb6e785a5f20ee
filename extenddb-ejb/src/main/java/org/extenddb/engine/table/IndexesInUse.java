package org.extenddb.engine.table;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.ErrorCode;
import org.extenddb.core.error.MessagesIndex;
import org.extenddb.core.model.IndexDefinition;
import org.extenddb.core.model.TableDefinition;
import org.extenddb.core.model.TableStatus;

/** What has to wait while an index of the table is created or deleted. */
final class IndexesInUse {
    private IndexesInUse() {}

    static boolean isChanging(IndexDefinition index) {
        return index.isBeingBuilt() || index.status() == TableStatus.DELETING;
    }

    /** @throws DynamoDbException ResourceInUseException while an index is created or deleted */
    static void checkDelete(TableDefinition table) {
        if (table.indexes().stream().anyMatch(IndexesInUse::isChanging)) {
            throw inUse(MessagesIndex.TABLE_NOT_DELETED);
        }
    }

    /**
     * Checks a change of throughput.
     *
     * @param ofTable whether the table's own changes, or its billing mode
     * @param updated the names of the indexes whose throughput changes
     * @throws DynamoDbException ResourceInUseException while an index is allocated or deleted; that it is backfilled is no obstacle
     */
    static void checkThroughput(TableDefinition table, boolean ofTable, Set<String> updated) {
        String tableName = table.address().tableName();
        for (IndexDefinition index : table.indexes()) {
            if (updated.contains(index.name()) && index.status() == TableStatus.DELETING) {
                throw inUse(MessagesIndex.beingDeleted(tableName, index.name()));
            }
            if (updated.contains(index.name()) && index.status() == TableStatus.CREATING) {
                throw inUse(MessagesIndex.notBackfillingYet(tableName, index.name()));
            }
        }
        if (ofTable) {
            requireNone("created", tableName, names(table, TableStatus.CREATING));
            requireNone("deleted", tableName, names(table, TableStatus.DELETING));
        }
    }

    /** @throws DynamoDbException ResourceInUseException while an index is allocated */
    static void checkStream(TableDefinition table) {
        List<String> created = names(table, TableStatus.CREATING);
        if (!created.isEmpty()) {
            throw inUse(MessagesIndex.streamHeld(table.address().tableName(), created));
        }
    }

    private static void requireNone(String change, String tableName, Collection<String> indexes) {
        if (!indexes.isEmpty()) {
            throw inUse(MessagesIndex.throughputHeld(change, tableName, indexes));
        }
    }

    private static List<String> names(TableDefinition table, TableStatus status) {
        return table.indexes().stream()
                .filter(index -> index.status() == status)
                .map(IndexDefinition::name)
                .toList();
    }

    private static DynamoDbException inUse(String text) {
        return DynamoDbException.of(ErrorCode.RESOURCE_IN_USE, text);
    }
}
