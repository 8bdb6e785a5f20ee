package org.extenddb.engine.table;

import org.extenddb.core.api.table.OnDemandMembers;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.MessagesBackup;
import org.extenddb.core.error.MessagesThroughput;
import org.extenddb.core.model.BillingMode;
import org.extenddb.core.model.OnDemandThroughput;
import org.jspecify.annotations.Nullable;

/** The bounds of on-demand tables and indexes as requests ask for them; the table where no index is named. */
final class OnDemandBounds {
    private static final String READ = "MaxReadRequestUnits";
    private static final String WRITE = "MaxWriteRequestUnits";

    /** Takes a bound away. */
    private static final long NO_BOUND = -1;

    private OnDemandBounds() {}

    /** Of what is created. */
    static OnDemandThroughput created(@Nullable OnDemandMembers sent, BillingMode billingMode, @Nullable String index) {
        if (sent == null || sent.isEmpty()) {
            return OnDemandThroughput.UNBOUNDED;
        }
        if (billingMode == BillingMode.PROVISIONED) {
            throw DynamoDbException.validation(
                    index == null
                            ? MessagesThroughput.boundOfNewProvisioned(first(sent))
                            : MessagesThroughput.boundOfProvisioned(first(sent), index));
        }
        check(sent, 1, index);
        return new OnDemandThroughput(sent.maxReadRequestUnits(), sent.maxWriteRequestUnits());
    }

    /** Of what a restore makes, in the words of restores. */
    static OnDemandThroughput restored(OnDemandMembers sent) {
        if (isOutside(sent.maxReadRequestUnits(), 1)) {
            throw DynamoDbException.validation(MessagesBackup.boundOutOfRange(READ));
        }
        if (isOutside(sent.maxWriteRequestUnits(), 1)) {
            throw DynamoDbException.validation(MessagesBackup.boundOutOfRange(WRITE));
        }
        return new OnDemandThroughput(sent.maxReadRequestUnits(), sent.maxWriteRequestUnits());
    }

    /**
     * The bounds after a change: what is not named stays.
     *
     * @param billingMode that the table has then
     */
    static OnDemandThroughput changed(
            OnDemandThroughput had, OnDemandMembers sent, BillingMode billingMode, @Nullable String index) {
        if (billingMode == BillingMode.PROVISIONED) {
            throw DynamoDbException.validation(MessagesThroughput.boundOfProvisioned(first(sent), index));
        }
        check(sent, NO_BOUND, index);
        return new OnDemandThroughput(
                bound(had.maxReadRequestUnits(), sent.maxReadRequestUnits()),
                bound(had.maxWriteRequestUnits(), sent.maxWriteRequestUnits()));
    }

    /** The bounds as the answer to the change tells them: one that was taken away is still there, as -1. */
    static OnDemandThroughput echoed(OnDemandThroughput changed, @Nullable OnDemandMembers sent) {
        return sent == null
                ? changed
                : new OnDemandThroughput(
                        echoed(changed.maxReadRequestUnits(), sent.maxReadRequestUnits()),
                        echoed(changed.maxWriteRequestUnits(), sent.maxWriteRequestUnits()));
    }

    private static @Nullable Long echoed(@Nullable Long changed, @Nullable Long sent) {
        return sent == null ? changed : sent;
    }

    private static @Nullable Long bound(@Nullable Long had, @Nullable Long sent) {
        if (sent == null) {
            return had;
        }
        return sent == NO_BOUND ? null : sent;
    }

    private static void check(OnDemandMembers sent, long lowest, @Nullable String index) {
        check(READ, sent.maxReadRequestUnits(), lowest, index);
        check(WRITE, sent.maxWriteRequestUnits(), lowest, index);
    }

    private static void check(String member, @Nullable Long units, long lowest, @Nullable String index) {
        if (isOutside(units, lowest)) {
            throw DynamoDbException.validation(MessagesThroughput.boundOutOfRange(member, index));
        }
    }

    private static boolean isOutside(@Nullable Long units, long lowest) {
        return units != null && (units == 0 || units < lowest);
    }

    static String first(OnDemandMembers sent) {
        return sent.maxReadRequestUnits() == null ? WRITE : READ;
    }
}
