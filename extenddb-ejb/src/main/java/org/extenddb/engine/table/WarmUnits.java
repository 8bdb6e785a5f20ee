package org.extenddb.engine.table;

import org.extenddb.core.api.table.WarmMembers;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.MessagesThroughput;
import org.extenddb.core.model.BillingMode;
import org.extenddb.core.model.ProvisionedThroughput;
import org.extenddb.core.model.WarmThroughput;
import org.jspecify.annotations.Nullable;

/** Warm throughput as requests ask for it; of the table where no index is named. It can only grow. */
final class WarmUnits {
    private static final String READ = "ReadUnitsPerSecond";
    private static final String WRITE = "WriteUnitsPerSecond";

    private WarmUnits() {}

    /** Of what is created. */
    static WarmThroughput created(
            @Nullable WarmMembers sent,
            BillingMode billingMode,
            ProvisionedThroughput provisioned,
            @Nullable String index) {
        WarmThroughput least = WarmThroughput.of(provisioned);
        if (sent == null) {
            return least;
        }
        boolean onDemand = billingMode == BillingMode.PAY_PER_REQUEST;
        return new WarmThroughput(
                atLeast(
                        sent.readUnitsPerSecond(),
                        least.readUnitsPerSecond(),
                        onDemand
                                ? MessagesThroughput.warmBelowInitial(READ, index)
                                : MessagesThroughput.warmBelowProvisioned(READ, "ReadCapacityUnits", index)),
                atLeast(
                        sent.writeUnitsPerSecond(),
                        least.writeUnitsPerSecond(),
                        onDemand
                                ? MessagesThroughput.warmBelowInitial(WRITE, index)
                                : MessagesThroughput.warmBelowProvisioned(WRITE, "WriteCapacityUnits", index)));
    }

    /** After a change: what is not named stays. */
    static WarmThroughput changed(WarmThroughput had, WarmMembers sent, @Nullable String index) {
        return new WarmThroughput(
                atLeast(
                        sent.readUnitsPerSecond(),
                        had.readUnitsPerSecond(),
                        MessagesThroughput.warmDecrease(READ, index)),
                atLeast(
                        sent.writeUnitsPerSecond(),
                        had.writeUnitsPerSecond(),
                        MessagesThroughput.warmDecrease(WRITE, index)));
    }

    private static long atLeast(@Nullable Long sent, long least, String refusal) {
        if (sent != null && sent < least) {
            throw DynamoDbException.validation(refusal);
        }
        return sent == null ? least : sent;
    }
}
