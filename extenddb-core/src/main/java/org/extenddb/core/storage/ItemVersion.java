package org.extenddb.core.storage;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an item was for some time.
 *
 * @param since when it became so; null when that was before the past is known
 * @param until when it ceased to be so; null while it is so now
 * @param image null where it was absent
 * @param byService whether it became so because it had expired
 */
public record ItemVersion(
        @Nullable Instant since, @Nullable Instant until, StreamRecord.@Nullable Image image, boolean byService) {}
