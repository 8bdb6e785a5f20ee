package org.extenddb.engine.table;

import java.time.Instant;
import org.extenddb.core.api.table.OnDemandMembers;
import org.extenddb.core.api.table.WarmMembers;
import org.extenddb.core.model.BillingMode;
import org.extenddb.core.model.ProvisionedThroughput;
import org.extenddb.core.model.Throughput;
import org.extenddb.core.model.ThroughputHistory;
import org.jspecify.annotations.Nullable;

/** What UpdateTable wants of the capacity of a table or of an index; null members stay as they are. */
record CapacityChange(
        @Nullable ProvisionedThroughput provisioned,
        @Nullable OnDemandMembers onDemand,
        @Nullable WarmMembers warm) {
    static final CapacityChange NONE = new CapacityChange(null, null, null);

    boolean isNone() {
        return equals(NONE);
    }

    /**
     * Changes all but the provisioned units.
     *
     * @param billingMode that the table has then
     * @param index null for the table
     */
    Throughput bounded(Throughput had, BillingMode billingMode, @Nullable String index) {
        Throughput changed =
                onDemand == null ? had : had.with(OnDemandBounds.changed(had.onDemand(), onDemand, billingMode, index));
        return warm == null ? changed : changed.with(WarmUnits.changed(changed.warm(), warm, index));
    }

    /**
     * As the answer tells it: it is under way, so that most of what was is still there.
     *
     * @param switched whether the table's billing mode changed to PAY_PER_REQUEST, which shows at once
     */
    Throughput shown(Throughput before, Throughput after, boolean switched, Instant now) {
        boolean old = provisioned != null || !switched;
        return new Throughput(
                old ? before.provisioned() : after.provisioned(),
                new ThroughputHistory(
                        after.history().lastIncrease(),
                        after.history().lastDecrease(),
                        before.history().decreasesOn(now)),
                OnDemandBounds.echoed(after.onDemand(), onDemand),
                before.warm());
    }
}
