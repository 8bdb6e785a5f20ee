package org.extenddb.engine.table;

import java.util.Objects;
import org.extenddb.core.api.table.ThroughputMembers;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.MessagesTable;
import org.extenddb.core.model.ProvisionedThroughput;

/** Makes capacities of what was sent. */
final class Capacity {
    private static final long MAX_UNITS = 1_000_000_000_000L;

    private Capacity() {}

    /** Takes members that satisfy their constraints. */
    static ProvisionedThroughput of(ThroughputMembers sent) {
        return new ProvisionedThroughput(
                bounded(Objects.requireNonNull(sent.readCapacityUnits()), "ReadCapacityUnits"),
                bounded(Objects.requireNonNull(sent.writeCapacityUnits()), "WriteCapacityUnits"));
    }

    private static long bounded(long units, String member) {
        if (units > MAX_UNITS) {
            throw DynamoDbException.validation(MessagesTable.outOfBounds(units, member));
        }
        return units;
    }
}
