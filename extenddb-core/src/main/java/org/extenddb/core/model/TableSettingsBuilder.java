package org.extenddb.core.model;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Settings in which some differ from those it began with. */
public final class TableSettingsBuilder {
    private BillingMode billingMode;
    private Throughput throughput;
    private @Nullable Instant payPerRequestSince;
    private boolean deletionProtection;
    private TableClass tableClass;
    private @Nullable String kmsKeyArn;
    private Map<String, String> tags;
    private @Nullable Instant changedAt;
    private @Nullable TableStream stream;
    private @Nullable TimeToLive timeToLive;
    private PointInTimeRecovery recovery;
    private @Nullable RestoreOrigin origin;

    TableSettingsBuilder(TableSettings settings) {
        billingMode = settings.billingMode();
        throughput = settings.throughput();
        payPerRequestSince = settings.payPerRequestSince();
        deletionProtection = settings.deletionProtection();
        tableClass = settings.tableClass();
        kmsKeyArn = settings.kmsKeyArn();
        tags = settings.tags();
        changedAt = settings.changedAt();
        stream = settings.stream();
        timeToLive = settings.timeToLive();
        recovery = settings.recovery();
        origin = settings.origin();
    }

    public TableSettingsBuilder billingMode(BillingMode changed) {
        billingMode = changed;
        return this;
    }

    public TableSettingsBuilder throughput(Throughput changed) {
        throughput = changed;
        return this;
    }

    public TableSettingsBuilder payPerRequestSince(@Nullable Instant changed) {
        payPerRequestSince = changed;
        return this;
    }

    public TableSettingsBuilder deletionProtection(boolean changed) {
        deletionProtection = changed;
        return this;
    }

    public TableSettingsBuilder tableClass(TableClass changed) {
        tableClass = changed;
        return this;
    }

    public TableSettingsBuilder kmsKeyArn(@Nullable String changed) {
        kmsKeyArn = changed;
        return this;
    }

    public TableSettingsBuilder tags(Map<String, String> changed) {
        tags = changed;
        return this;
    }

    public TableSettingsBuilder changedAt(@Nullable Instant changed) {
        changedAt = changed;
        return this;
    }

    public TableSettingsBuilder stream(@Nullable TableStream changed) {
        stream = changed;
        return this;
    }

    public TableSettingsBuilder timeToLive(@Nullable TimeToLive changed) {
        timeToLive = changed;
        return this;
    }

    public TableSettingsBuilder recovery(PointInTimeRecovery changed) {
        recovery = changed;
        return this;
    }

    public TableSettingsBuilder origin(@Nullable RestoreOrigin changed) {
        origin = changed;
        return this;
    }

    public TableSettings build() {
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
                recovery,
                origin);
    }
}
