package org.extenddb.core.capacity;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How much of the consumed capacity a request wants to hear of: ReturnConsumedCapacity. */
public enum CapacityReport {
    NONE,
    TOTAL,
    INDEXES;

    /** In the order of DynamoDB's text. */
    public static final List<String> NAMES = List.of("INDEXES", "TOTAL", "NONE");

    /**
     * Reads the member, which is valid or absent.
     *
     * @param name one of {@link #NAMES}; null means NONE
     */
    public static CapacityReport of(@Nullable String name) {
        return name == null ? NONE : valueOf(name);
    }

    /** The report of what was used; null when none is wanted. */
    public @Nullable ConsumedCapacity report(
            String tableName,
            CapacityUnits table,
            Map<String, CapacityUnits> localIndexes,
            Map<String, CapacityUnits> globalIndexes) {
        if (this == NONE) {
            return null;
        }
        CapacityUnits total = table;
        for (CapacityUnits units : localIndexes.values()) {
            total = total.plus(units);
        }
        for (CapacityUnits units : globalIndexes.values()) {
            total = total.plus(units);
        }
        return this == TOTAL
                ? new ConsumedCapacity(tableName, total, null, Map.of(), Map.of())
                : new ConsumedCapacity(tableName, total, table, localIndexes, globalIndexes);
    }
}
