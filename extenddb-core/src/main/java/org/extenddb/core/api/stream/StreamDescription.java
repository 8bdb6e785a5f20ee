package org.extenddb.core.api.stream;

import java.util.List;
import org.extenddb.core.storage.StoredStream;
import org.jspecify.annotations.Nullable;

/**
 * A stream as clients see it, with a page of its shards.
 *
 * @param status ENABLING, ENABLED, DISABLING or DISABLED
 * @param lastEvaluatedShardId null on the last page
 */
public record StreamDescription(
        StoredStream stream,
        String status,
        List<Shard> shards,
        @Nullable String lastEvaluatedShardId) {
    /** A shard; one that has no parent or no end has no such member. */
    public record Shard(
            String shardId,
            @Nullable String parentShardId,
            String startingSequenceNumber,
            @Nullable String endingSequenceNumber) {}

    public StreamDescription {
        shards = List.copyOf(shards);
    }
}
