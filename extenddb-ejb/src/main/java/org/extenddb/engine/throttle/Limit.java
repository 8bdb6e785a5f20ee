package org.extenddb.engine.throttle;

import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.ErrorCode;
import org.extenddb.core.error.MessagesThrottling;
import org.extenddb.core.error.ThrottlingReason;
import org.extenddb.core.model.BillingMode;
import org.extenddb.core.model.IndexDefinition;
import org.extenddb.core.model.TableDefinition;
import org.jspecify.annotations.Nullable;

/**
 * A limit and what is told to those who exceed it.
 *
 * @param index null for the table's own
 */
record Limit(TableDefinition table, @Nullable IndexDefinition index, boolean write, Kind kind) {
    enum Kind {
        PROVISIONED("ProvisionedThroughputExceeded"),
        ON_DEMAND("MaxOnDemandThroughputExceeded"),
        KEY_RANGE("KeyRangeThroughputExceeded");

        private final String reason;

        Kind(String reason) {
            this.reason = reason;
        }
    }

    DynamoDbException exceeded() {
        String arn = table.address().arn();
        ThrottlingReason reason = new ThrottlingReason(
                (index == null ? "Table" : "Index") + (write ? "Write" : "Read") + kind.reason,
                index == null ? arn : arn + "/index/" + index.name());
        if (kind == Kind.ON_DEMAND) {
            return DynamoDbException.throttled(ErrorCode.THROTTLING, MessagesThrottling.OVER_BOUND, reason);
        }
        if (table.settings().billingMode() == BillingMode.PAY_PER_REQUEST) {
            return DynamoDbException.throttled(ErrorCode.THROTTLING, MessagesThrottling.HOT_KEY, reason);
        }
        return DynamoDbException.throttled(
                ErrorCode.PROVISIONED_THROUGHPUT_EXCEEDED,
                index == null ? MessagesThrottling.TABLE_EXCEEDED : MessagesThrottling.INDEX_EXCEEDED,
                reason);
    }
}
