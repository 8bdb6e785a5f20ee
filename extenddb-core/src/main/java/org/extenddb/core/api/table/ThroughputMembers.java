package org.extenddb.core.api.table;

import org.extenddb.core.wire.JsonInput;
import org.jspecify.annotations.Nullable;

/** ProvisionedThroughput as sent. */
public record ThroughputMembers(
        @Nullable Long readCapacityUnits, @Nullable Long writeCapacityUnits) {
    static @Nullable ThroughputMembers decode(JsonInput in) {
        LongMembers members = LongMembers.decode(in, "ReadCapacityUnits", "WriteCapacityUnits");
        return members == null ? null : new ThroughputMembers(members.first(), members.second());
    }
}
