package org.extenddb.core.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What UpdateTable can change on a table without touching its items.
 *
 * @param throughput {@link ProvisionedThroughput#NONE} for PAY_PER_REQUEST
 * @param payPerRequestSince when the table was last switched to PAY_PER_REQUEST; null if it never was
 * @param lastIncrease when provisioned capacity was last raised; null if never
 * @param lastDecrease when provisioned capacity was last lowered; null if never
 * @param tableClass STANDARD or STANDARD_INFREQUENT_ACCESS; null when no request ever named one
 */
public record TableSettings(
        BillingMode billingMode,
        ProvisionedThroughput throughput,
        @Nullable Instant payPerRequestSince,
        @Nullable Instant lastIncrease,
        @Nullable Instant lastDecrease,
        int decreasesToday,
        boolean deletionProtection,
        @Nullable String tableClass) {}
