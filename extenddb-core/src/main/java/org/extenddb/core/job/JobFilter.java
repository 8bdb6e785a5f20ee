package org.extenddb.core.job;

import java.util.Set;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.model.Region;
import org.jspecify.annotations.Nullable;

/**
 * Which jobs to list; null is any.
 *
 * @param kinds empty is any
 */
public record JobFilter(
        @Nullable AccountId account,
        @Nullable Region region,
        @Nullable String tableName,
        Set<String> kinds) {
    public static final JobFilter ALL = new JobFilter(null, null, null, Set.of());

    public JobFilter {
        kinds = Set.copyOf(kinds);
    }
}
