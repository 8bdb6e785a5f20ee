package org.extenddb.core.api.backup;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * ContinuousBackupsDescription.
 *
 * @param window null while point-in-time recovery is disabled
 */
public record ContinuousBackups(@Nullable Window window) {
    /**
     * To when a table can be restored.
     *
     * @param earliest null as long as it is not certain
     * @param latest null as long as there is no earliest
     */
    public record Window(
            int recoveryPeriodInDays,
            @Nullable Instant earliest,
            @Nullable Instant latest) {}
}
