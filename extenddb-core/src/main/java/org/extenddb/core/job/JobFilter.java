package org.extenddb.core.job;

import java.util.Set;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.model.Region;
import org.jspecify.annotations.Nullable;

/**
 * Which jobs to list; null is any.
 *
 * @param kinds empty is any
 * @param open only those that have not ended
 */
public record JobFilter(
        @Nullable AccountId account,
        @Nullable Region region,
        @Nullable String tableName,
        Set<String> kinds,
        boolean open) {
    public static final JobFilter ALL = new JobFilter(null, null, null, Set.of());
    public static final JobFilter OPEN = new JobFilter(null, null, null, Set.of(), true);

    public JobFilter {
        kinds = Set.copyOf(kinds);
    }

    /** Whether they have ended or not. */
    public JobFilter(
            @Nullable AccountId account, @Nullable Region region, @Nullable String tableName, Set<String> kinds) {
        this(account, region, tableName, kinds, false);
    }
}
