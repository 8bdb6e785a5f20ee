package org.extenddb.core.api.table;

import java.time.Instant;
import org.extenddb.core.model.ProvisionedThroughput;
import org.extenddb.core.model.TableSettings;
import org.extenddb.core.model.TableStatus;
import org.extenddb.core.wire.JsonOutput;
import org.jspecify.annotations.Nullable;

/** Writes capacities. */
final class ThroughputEncoder {
    /** What an on-demand table can serve at once, by AWS's documentation. */
    private static final ProvisionedThroughput WARM_ON_DEMAND = new ProvisionedThroughput(12_000, 4_000);

    private ThroughputEncoder() {}

    static void table(TableSettings settings, JsonOutput out) {
        out.beginObject();
        time("LastDecreaseDateTime", settings.lastDecrease(), out);
        time("LastIncreaseDateTime", settings.lastIncrease(), out);
        out.member("NumberOfDecreasesToday").number(settings.decreasesToday());
        units(settings.throughput(), out);
        out.endObject();
    }

    static void index(ProvisionedThroughput throughput, JsonOutput out) {
        out.beginObject().member("NumberOfDecreasesToday").number(0);
        units(throughput, out);
        out.endObject();
    }

    static void warm(ProvisionedThroughput provisioned, TableStatus status, JsonOutput out) {
        ProvisionedThroughput warm = provisioned.equals(ProvisionedThroughput.NONE) ? WARM_ON_DEMAND : provisioned;
        TableStatus shown = status == TableStatus.CREATING ? TableStatus.CREATING : TableStatus.ACTIVE;
        out.beginObject().member("ReadUnitsPerSecond").number(warm.readCapacityUnits());
        out.member("Status").string(shown.name());
        out.member("WriteUnitsPerSecond").number(warm.writeCapacityUnits()).endObject();
    }

    private static void units(ProvisionedThroughput throughput, JsonOutput out) {
        out.member("ReadCapacityUnits").number(throughput.readCapacityUnits());
        out.member("WriteCapacityUnits").number(throughput.writeCapacityUnits());
    }

    private static void time(String member, @Nullable Instant time, JsonOutput out) {
        if (time != null) {
            out.member(member).epochSeconds(time);
        }
    }
}
