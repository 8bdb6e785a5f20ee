package org.extenddb.core.api.table;

import org.extenddb.core.wire.JsonInput;
import org.jspecify.annotations.Nullable;

/** A structure of two numbers. */
record LongMembers(@Nullable Long first, @Nullable Long second) {
    /** Null for a JSON null. */
    static @Nullable LongMembers decode(JsonInput in, String firstName, String secondName) {
        @Nullable Long[] values = new @Nullable Long[2];
        boolean present = in.object((name, value) -> {
            if (name.equals(firstName)) {
                values[0] = value.longInteger();
            } else if (name.equals(secondName)) {
                values[1] = value.longInteger();
            }
        });
        return present ? new LongMembers(values[0], values[1]) : null;
    }
}
