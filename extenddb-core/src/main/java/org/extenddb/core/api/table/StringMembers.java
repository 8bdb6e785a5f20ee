package org.extenddb.core.api.table;

import org.extenddb.core.wire.JsonInput;
import org.jspecify.annotations.Nullable;

/** A structure of two strings. */
record StringMembers(@Nullable String first, @Nullable String second) {
    static StringMembers decode(JsonInput in, String firstName, String secondName) {
        @Nullable String[] values = new @Nullable String[2];
        in.object((name, value) -> {
            if (name.equals(firstName)) {
                values[0] = value.string();
            } else if (name.equals(secondName)) {
                values[1] = value.string();
            }
        });
        return new StringMembers(values[0], values[1]);
    }
}
