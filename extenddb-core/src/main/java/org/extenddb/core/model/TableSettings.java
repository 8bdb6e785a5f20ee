package org.extenddb.core.model;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What can be changed on a table without touching its items.
 *
 * @param payPerRequestSince when the table was last switched to PAY_PER_REQUEST; null if it never was
 * @param kmsKeyArn the key that clients were told encrypts the table; null for the one they are told nothing of
 * @param tags in the order in which they were given
 * @param stream the latest one; null if there never was one
 * @param timeToLive as it was last set; null if it never was
 * @param changedAt when the last change began that clients see as UPDATING, or as DELETING; null if there was none
 * @param recovery how far back the items are known
 * @param origin null unless the table was restored
 */
public record TableSettings(
        BillingMode billingMode,
        Throughput throughput,
        @Nullable Instant payPerRequestSince,
        boolean deletionProtection,
        TableClass tableClass,
        @Nullable String kmsKeyArn,
        Map<String, String> tags,
        @Nullable Instant changedAt,
        @Nullable TableStream stream,
        @Nullable TimeToLive timeToLive,
        PointInTimeRecovery recovery,
        @Nullable RestoreOrigin origin) {
    public TableSettings {
        tags = Collections.unmodifiableMap(new LinkedHashMap<>(tags));
    }

    /** Of a table that was not restored, and whose past is not known. */
    public TableSettings(
            BillingMode billingMode,
            Throughput throughput,
            @Nullable Instant payPerRequestSince,
            boolean deletionProtection,
            TableClass tableClass,
            @Nullable String kmsKeyArn,
            Map<String, String> tags,
            @Nullable Instant changedAt,
            @Nullable TableStream stream,
            @Nullable TimeToLive timeToLive) {
        this(
                billingMode,
                throughput,
                payPerRequestSince,
                deletionProtection,
                tableClass,
                kmsKeyArn,
                tags,
                changedAt,
                stream,
                timeToLive,
                PointInTimeRecovery.DISABLED,
                null);
    }

    /** As they are when a request names nothing else. */
    public static TableSettings of(BillingMode billingMode, Throughput throughput) {
        return new TableSettings(
                billingMode, throughput, null, false, TableClass.UNNAMED, null, Map.of(), null, null, null);
    }

    /** Of an on-demand table. */
    public static TableSettings onDemand() {
        return of(BillingMode.PAY_PER_REQUEST, Throughput.ON_DEMAND);
    }

    /** Whether changes of items are recorded. */
    public boolean isStreamed() {
        return stream != null && stream.enabled();
    }

    public TableSettings with(Throughput changed) {
        return new TableSettings(
                billingMode,
                changed,
                payPerRequestSince,
                deletionProtection,
                tableClass,
                kmsKeyArn,
                tags,
                changedAt,
                stream,
                timeToLive,
                recovery,
                origin);
    }

    public TableSettings withTags(Map<String, String> changed) {
        return new TableSettings(
                billingMode,
                throughput,
                payPerRequestSince,
                deletionProtection,
                tableClass,
                kmsKeyArn,
                changed,
                changedAt,
                stream,
                timeToLive,
                recovery,
                origin);
    }

    public TableSettings withChangedAt(Instant changed) {
        return new TableSettings(
                billingMode,
                throughput,
                payPerRequestSince,
                deletionProtection,
                tableClass,
                kmsKeyArn,
                tags,
                changed,
                stream,
                timeToLive,
                recovery,
                origin);
    }

    public TableSettings withStream(@Nullable TableStream changed) {
        return new TableSettings(
                billingMode,
                throughput,
                payPerRequestSince,
                deletionProtection,
                tableClass,
                kmsKeyArn,
                tags,
                changedAt,
                changed,
                timeToLive,
                recovery,
                origin);
    }

    public TableSettings withTimeToLive(TimeToLive changed) {
        return new TableSettings(
                billingMode,
                throughput,
                payPerRequestSince,
                deletionProtection,
                tableClass,
                kmsKeyArn,
                tags,
                changedAt,
                stream,
                changed,
                recovery,
                origin);
    }

    public TableSettings withRecovery(PointInTimeRecovery changed) {
        return with(changed, origin);
    }

    public TableSettings withOrigin(@Nullable RestoreOrigin changed) {
        return with(recovery, changed);
    }

    /** These, and what others say of the past. */
    public TableSettings withPastOf(TableSettings other) {
        return with(other.recovery, other.origin);
    }

    private TableSettings with(PointInTimeRecovery changedRecovery, @Nullable RestoreOrigin changedOrigin) {
        return new TableSettings(
                billingMode,
                throughput,
                payPerRequestSince,
                deletionProtection,
                tableClass,
                kmsKeyArn,
                tags,
                changedAt,
                stream,
                timeToLive,
                changedRecovery,
                changedOrigin);
    }
}
