package org.extenddb.core.api.table;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * UpdateTable as sent.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_UpdateTable.html">UpdateTable</a>
 */
public record UpdateTableRequest(
        TableMembers table, @Nullable List<GlobalIndexUpdate> globalSecondaryIndexUpdates) {
    public UpdateTableRequest {
        globalSecondaryIndexUpdates =
                globalSecondaryIndexUpdates == null ? null : List.copyOf(globalSecondaryIndexUpdates);
    }
}
