package org.extenddb.core.api.backup;

import org.jspecify.annotations.Nullable;

/** UpdateContinuousBackups as sent. */
public record UpdateContinuousBackupsRequest(
        @Nullable String tableName, @Nullable Specification specification) {
    /** PointInTimeRecoverySpecification. */
    public record Specification(
            @Nullable Boolean enabled, @Nullable Integer recoveryPeriodInDays) {}
}
