package org.extenddb.core.api.table;

import org.extenddb.core.wire.JsonInput;
import org.jspecify.annotations.Nullable;

/** WarmThroughput as sent. */
public record WarmMembers(
        @Nullable Long readUnitsPerSecond, @Nullable Long writeUnitsPerSecond) {
    public boolean isEmpty() {
        return readUnitsPerSecond == null && writeUnitsPerSecond == null;
    }

    static @Nullable WarmMembers decode(JsonInput in) {
        LongMembers members = LongMembers.decode(in, "ReadUnitsPerSecond", "WriteUnitsPerSecond");
        return members == null ? null : new WarmMembers(members.first(), members.second());
    }
}
