package org.extenddb.engine.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.extenddb.core.api.table.AttributeDefinition;
import org.extenddb.core.api.table.GlobalIndexUpdate;
import org.extenddb.core.api.table.IndexMembers;
import org.extenddb.core.api.table.UpdateTableRequest;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.ErrorCode;
import org.extenddb.core.error.MessagesIndex;
import org.extenddb.core.error.MessagesTable;
import org.extenddb.core.model.IndexDefinition;
import org.extenddb.core.model.TableDefinition;
import org.extenddb.core.model.TableStatus;
import org.jspecify.annotations.Nullable;

/**
 * The global indexes that an UpdateTable creates and deletes. DynamoDB does one at a time, and says so only once it has found the
 * table.
 *
 * @param deletes names
 * @param definitions the request's AttributeDefinitions, which only a new index makes use of
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/GSI.OnlineOps.html">Managing global indexes</a>
 */
record OnlineIndexChange(
        List<IndexMembers> creates,
        List<String> deletes,
        @Nullable List<AttributeDefinition> definitions) {
    OnlineIndexChange {
        creates = List.copyOf(creates);
        deletes = List.copyOf(deletes);
        definitions = definitions == null ? null : List.copyOf(definitions);
    }

    /** Takes a request that satisfies its member constraints. */
    static OnlineIndexChange of(UpdateTableRequest request) {
        List<GlobalIndexUpdate> updates = request.globalSecondaryIndexUpdates();
        List<IndexMembers> creates = new ArrayList<>();
        List<String> deletes = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (GlobalIndexUpdate update : updates == null ? List.<GlobalIndexUpdate>of() : updates) {
            String name = Objects.requireNonNull(action(update).indexName());
            if (!names.add(name)) {
                throw DynamoDbException.validation(MessagesTable.severalUpdatesOfIndex(name));
            }
            if (update.create() != null) {
                creates.add(update.create());
            } else if (update.delete() != null) {
                deletes.add(name);
            }
        }
        if (updates != null && updates.isEmpty()) {
            throw DynamoDbException.validation(MessagesIndex.NO_UPDATES);
        }
        return new OnlineIndexChange(creates, deletes, request.table().attributeDefinitions());
    }

    private static IndexMembers action(GlobalIndexUpdate update) {
        List<IndexMembers> actions = new ArrayList<>();
        for (@Nullable
        IndexMembers action : new @Nullable IndexMembers[] {update.update(), update.create(), update.delete()}) {
            if (action != null) {
                actions.add(action);
            }
        }
        if (actions.size() != 1) {
            throw DynamoDbException.validation(
                    actions.isEmpty() ? MessagesTable.NO_INDEX_ACTION : MessagesIndex.SEVERAL_ACTIONS);
        }
        return actions.get(0);
    }

    boolean isNone() {
        return creates.isEmpty() && deletes.isEmpty();
    }

    /** The table with the index CREATING or DELETING: the rest is work in the background. */
    TableDefinition apply(TableDefinition table) {
        if (isNone()) {
            return table;
        }
        if (creates.size() + deletes.size() > 1) {
            throw DynamoDbException.of(ErrorCode.LIMIT_EXCEEDED, MessagesIndex.ONE_AT_A_TIME);
        }
        return deletes.isEmpty() ? create(table, creates.get(0)) : delete(table, deletes.get(0));
    }

    private TableDefinition create(TableDefinition table, IndexMembers sent) {
        String name = Objects.requireNonNull(sent.indexName());
        IndexDefinition existing = table.index(name);
        if (existing != null) {
            throw exists(table, existing);
        }
        requireNoOther(table, name);
        if (definitions == null) {
            throw DynamoDbException.validation(MessagesIndex.withoutDefinitions(name));
        }
        return new NewOnlineIndex(table, definitions).add(sent);
    }

    private static DynamoDbException exists(TableDefinition table, IndexDefinition index) {
        String tableName = table.address().tableName();
        if (index.isBeingBuilt()) {
            return DynamoDbException.of(ErrorCode.RESOURCE_IN_USE, MessagesIndex.beingCreated(tableName, index.name()));
        }
        return index.status() == TableStatus.DELETING
                ? DynamoDbException.of(ErrorCode.RESOURCE_IN_USE, MessagesIndex.beingDeleted(tableName, index.name()))
                : DynamoDbException.validation(MessagesIndex.EXISTS);
    }

    private static TableDefinition delete(TableDefinition table, String name) {
        String tableName = table.address().tableName();
        IndexDefinition index = table.index(name);
        if (index == null) {
            throw DynamoDbException.of(ErrorCode.RESOURCE_NOT_FOUND, MessagesIndex.notFound(tableName, name));
        }
        if (!index.isGlobal()) {
            throw DynamoDbException.validation(MessagesIndex.notDeletable(name));
        }
        requireNoOther(table, name);
        if (index.status() == TableStatus.CREATING) {
            throw DynamoDbException.of(ErrorCode.RESOURCE_IN_USE, MessagesIndex.beingAllocated(tableName, name));
        }
        if (index.status() == TableStatus.DELETING) {
            throw DynamoDbException.of(ErrorCode.RESOURCE_IN_USE, MessagesIndex.beingDeleted(tableName, name));
        }
        return table.withIndexes(
                table.keyAttributes(),
                table.indexes().stream()
                        .map(each -> each.equals(index) ? each.withStatus(TableStatus.DELETING) : each)
                        .toList());
    }

    private static void requireNoOther(TableDefinition table, String name) {
        if (table.indexes().stream().anyMatch(index -> !index.name().equals(name) && IndexesInUse.isChanging(index))) {
            throw DynamoDbException.of(ErrorCode.LIMIT_EXCEEDED, MessagesIndex.ONE_AT_A_TIME);
        }
    }
}
