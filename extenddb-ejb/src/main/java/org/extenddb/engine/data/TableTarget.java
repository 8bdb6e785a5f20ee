package org.extenddb.engine.data;

import org.jspecify.annotations.Nullable;

/**
 * A table, or an index of one, as a request names it.
 *
 * @param nameOrArn of the table
 * @param indexName null for the table itself
 */
public record TableTarget(String nameOrArn, @Nullable String indexName) {
    public static TableTarget table(String nameOrArn) {
        return new TableTarget(nameOrArn, null);
    }
}
