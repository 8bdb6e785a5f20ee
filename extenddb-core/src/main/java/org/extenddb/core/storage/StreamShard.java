package org.extenddb.core.storage;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A part of a stream: the changes of some of its items, for some time.
 *
 * @param number counts the shards of the stream, from 0
 * @param bucket which items: those whose partition falls into this part
 * @param parent the number of the shard that these items were in before; null for the first
 * @param after records have greater sequence numbers than this
 * @param last the last sequence number that may be in it; null while it is open
 */
public record StreamShard(
        int streamId,
        int number,
        int bucket,
        @Nullable Integer parent,
        Instant createdAt,
        long after,
        @Nullable Long last) {}
