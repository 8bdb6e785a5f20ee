package org.extenddb.engine.item;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which attributes a write returns. */
enum ReturnValues {
    NONE,
    ALL_OLD,
    UPDATED_OLD,
    ALL_NEW,
    UPDATED_NEW;

    /** In the order of DynamoDB's text. */
    static final List<String> NAMES = List.of("ALL_NEW", "UPDATED_OLD", "ALL_OLD", "NONE", "UPDATED_NEW");

    static ReturnValues of(@Nullable String name) {
        return name == null ? NONE : valueOf(name);
    }

    /** Whether it asks for attributes as they were before the write. */
    boolean isOld() {
        return this == ALL_OLD || this == UPDATED_OLD;
    }
}
