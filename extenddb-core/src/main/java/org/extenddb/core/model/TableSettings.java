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

    /** As they are when a request names nothing else. */
    public static TableSettings of(BillingMode billingMode, Throughput throughput) {
        return new TableSettings(
                billingMode,
                throughput,
                null,
                false,
                TableClass.UNNAMED,
                null,
                Map.of(),
                null,
                null,
                null,
                PointInTimeRecovery.DISABLED,
                null);
    }

    /** Of an on-demand table. */
    public static TableSettings onDemand() {
        return of(BillingMode.PAY_PER_REQUEST, Throughput.ON_DEMAND);
    }

    /** Whether changes of items are recorded. */
    public boolean isStreamed() {
        return stream != null && stream.enabled();
    }

    /** What differs is set, the rest stays. */
    public TableSettingsBuilder toBuilder() {
        return new TableSettingsBuilder(this);
    }

    public TableSettings with(Throughput changed) {
        return toBuilder().throughput(changed).build();
    }

    public TableSettings withTags(Map<String, String> changed) {
        return toBuilder().tags(changed).build();
    }

    public TableSettings withChangedAt(Instant changed) {
        return toBuilder().changedAt(changed).build();
    }

    public TableSettings withStream(@Nullable TableStream changed) {
        return toBuilder().stream(changed).build();
    }

    public TableSettings withTimeToLive(TimeToLive changed) {
        return toBuilder().timeToLive(changed).build();
    }

    public TableSettings withRecovery(PointInTimeRecovery changed) {
        return toBuilder().recovery(changed).build();
    }

    public TableSettings withOrigin(@Nullable RestoreOrigin changed) {
        return toBuilder().origin(changed).build();
    }
}
