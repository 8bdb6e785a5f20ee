package org.extenddb.core.api.table;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page of table names; {@code lastEvaluatedTableName} is there when there are more. */
public record ListTablesResponse(
        List<String> tableNames, @Nullable String lastEvaluatedTableName) {
    public ListTablesResponse {
        tableNames = List.copyOf(tableNames);
    }
}
