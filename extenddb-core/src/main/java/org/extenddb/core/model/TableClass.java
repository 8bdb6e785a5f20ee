package org.extenddb.core.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table's class and when it was changed.
 *
 * @param name STANDARD or STANDARD_INFREQUENT_ACCESS; null when no request ever named one
 * @param changes by UpdateTable, oldest first; as many as matter for how often it may be changed
 */
public record TableClass(@Nullable String name, List<Instant> changes) {
    public static final String STANDARD = "STANDARD";

    /** Of a table whose creator named none. */
    public static final TableClass UNNAMED = new TableClass(null, List.of());

    public TableClass {
        changes = List.copyOf(changes);
    }
}
