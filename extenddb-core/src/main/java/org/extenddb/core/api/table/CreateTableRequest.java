package org.extenddb.core.api.table;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * CreateTable as sent.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_CreateTable.html">CreateTable</a>
 */
public record CreateTableRequest(
        TableMembers table,
        @Nullable List<KeySchemaElement> keySchema,
        @Nullable List<IndexMembers> localSecondaryIndexes,
        @Nullable List<IndexMembers> globalSecondaryIndexes,
        @Nullable String resourcePolicy) {
    public CreateTableRequest {
        keySchema = keySchema == null ? null : List.copyOf(keySchema);
        localSecondaryIndexes = localSecondaryIndexes == null ? null : List.copyOf(localSecondaryIndexes);
        globalSecondaryIndexes = globalSecondaryIndexes == null ? null : List.copyOf(globalSecondaryIndexes);
    }
}
