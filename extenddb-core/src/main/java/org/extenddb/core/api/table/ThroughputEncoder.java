package org.extenddb.core.api.table;

import java.time.Instant;
import org.extenddb.core.model.OnDemandThroughput;
import org.extenddb.core.model.TableStatus;
import org.extenddb.core.model.Throughput;
import org.extenddb.core.model.ThroughputHistory;
import org.extenddb.core.model.WarmThroughput;
import org.extenddb.core.wire.JsonOutput;
import org.jspecify.annotations.Nullable;

/** Writes capacities. */
final class ThroughputEncoder {
    private ThroughputEncoder() {}

    /** @param now decides which day's decreases are today's */
    static void provisioned(Throughput throughput, Instant now, JsonOutput out) {
        ThroughputHistory history = throughput.history();
        out.member("ProvisionedThroughput").beginObject();
        time("LastDecreaseDateTime", history.lastDecrease(), out);
        time("LastIncreaseDateTime", history.lastIncrease(), out);
        out.member("NumberOfDecreasesToday").number(history.decreasesOn(now));
        out.member("ReadCapacityUnits").number(throughput.provisioned().readCapacityUnits());
        out.member("WriteCapacityUnits").number(throughput.provisioned().writeCapacityUnits());
        out.endObject();
    }

    /** Writes nothing where there is no bound. */
    static void onDemand(OnDemandThroughput onDemand, JsonOutput out) {
        if (!onDemand.equals(OnDemandThroughput.UNBOUNDED)) {
            out.member("OnDemandThroughput").beginObject();
            bound("MaxReadRequestUnits", onDemand.maxReadRequestUnits(), out);
            bound("MaxWriteRequestUnits", onDemand.maxWriteRequestUnits(), out);
            out.endObject();
        }
    }

    static void warm(WarmThroughput warm, TableStatus status, JsonOutput out) {
        out.member("WarmThroughput").beginObject();
        out.member("ReadUnitsPerSecond").number(warm.readUnitsPerSecond());
        out.member("Status").string(status.name());
        out.member("WriteUnitsPerSecond").number(warm.writeUnitsPerSecond()).endObject();
    }

    private static void bound(String member, @Nullable Long units, JsonOutput out) {
        if (units != null) {
            out.member(member).number(units);
        }
    }

    private static void time(String member, @Nullable Instant time, JsonOutput out) {
        if (time != null) {
            out.member(member).epochSeconds(time);
        }
    }
}
