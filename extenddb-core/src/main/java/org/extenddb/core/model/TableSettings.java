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
 * @param kmsKeyArn the key that clients were told encrypts the table; null for the one they are told nothing of
 */
public record TableSettings(
        BillingMode billingMode,
        ProvisionedThroughput throughput,
        @Nullable Instant payPerRequestSince,
        @Nullable Instant lastIncrease,
        @Nullable Instant lastDecrease,
        int decreasesToday,
        boolean deletionProtection,
        @Nullable String tableClass,
        @Nullable String kmsKeyArn) {
    /** With the key that clients are told nothing of. */
    public TableSettings(
            BillingMode billingMode,
            ProvisionedThroughput throughput,
            @Nullable Instant payPerRequestSince,
            @Nullable Instant lastIncrease,
            @Nullable Instant lastDecrease,
            int decreasesToday,
            boolean deletionProtection,
            @Nullable String tableClass) {
        this(
                billingMode,
                throughput,
                payPerRequestSince,
                lastIncrease,
                lastDecrease,
                decreasesToday,
                deletionProtection,
                tableClass,
                null);
    }
}
