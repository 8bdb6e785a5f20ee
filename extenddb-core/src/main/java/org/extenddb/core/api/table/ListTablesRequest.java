package org.extenddb.core.api.table;

import org.jspecify.annotations.Nullable;

/**
 * ListTables as sent.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_ListTables.html">ListTables</a>
 */
public record ListTablesRequest(
        @Nullable String exclusiveStartTableName, @Nullable Integer limit) {}
