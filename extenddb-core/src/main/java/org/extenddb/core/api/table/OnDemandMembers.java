package org.extenddb.core.api.table;

import org.extenddb.core.wire.JsonInput;
import org.jspecify.annotations.Nullable;

/** OnDemandThroughput as sent; -1 takes a bound away. */
public record OnDemandMembers(
        @Nullable Long maxReadRequestUnits, @Nullable Long maxWriteRequestUnits) {
    public boolean isEmpty() {
        return maxReadRequestUnits == null && maxWriteRequestUnits == null;
    }

    static @Nullable OnDemandMembers decode(JsonInput in) {
        LongMembers members = LongMembers.decode(in, "MaxReadRequestUnits", "MaxWriteRequestUnits");
        return members == null ? null : new OnDemandMembers(members.first(), members.second());
    }
}
