package org.extenddb.admin;

import java.time.Instant;
import java.util.List;
import org.extenddb.core.model.Item;
import org.jspecify.annotations.Nullable;

/**
 * What an item was for some time.
 *
 * @param since null when that was before the past is known
 * @param until null while it is so now
 * @param item null where there was none
 * @param expired whether it went because its time to live was over
 * @param differences from the version before; none for the oldest that is known
 */
public record DescribedVersion(
        @Nullable Instant since,
        @Nullable Instant until,
        @Nullable Item item,
        boolean expired,
        List<AttributeDifference> differences) {
    public DescribedVersion {
        differences = List.copyOf(differences);
    }
}
