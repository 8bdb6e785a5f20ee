package org.extenddb.core.api.table;

import org.extenddb.core.wire.JsonInput;
import org.jspecify.annotations.Nullable;

/** ProvisionedThroughput as sent. */
public record ThroughputMembers(
        @Nullable Long readCapacityUnits, @Nullable Long writeCapacityUnits) {
    static @Nullable ThroughputMembers decode(JsonInput in) {
        @Nullable Long[] units = new @Nullable Long[2];
        boolean present = in.object((name, value) -> {
            switch (name) {
                case "ReadCapacityUnits" -> units[0] = value.longInteger();
                case "WriteCapacityUnits" -> units[1] = value.longInteger();
                default -> value.skip();
            }
        });
        return present ? new ThroughputMembers(units[0], units[1]) : null;
    }
}
