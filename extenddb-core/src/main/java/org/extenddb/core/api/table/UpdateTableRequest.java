package org.extenddb.core.api.table;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * UpdateTable as sent.
 *
 * @param otherChange whether the request holds one more member that counts as a change, such as OnDemandThroughput
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_UpdateTable.html">UpdateTable</a>
 */
public record UpdateTableRequest(
        TableMembers table, @Nullable List<GlobalIndexUpdate> globalSecondaryIndexUpdates, boolean otherChange) {
    public UpdateTableRequest {
        globalSecondaryIndexUpdates =
                globalSecondaryIndexUpdates == null ? null : List.copyOf(globalSecondaryIndexUpdates);
    }
}
