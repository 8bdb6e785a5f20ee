package org.extenddb.core.api.stream;

import java.time.Instant;
import java.util.List;
import org.extenddb.core.model.StreamViewType;
import org.jspecify.annotations.Nullable;

/**
 * Some records of a shard.
 *
 * @param nextShardIterator null when the shard is closed and read to its end
 */
public record GetRecordsResponse(
        List<ChangeRecord> records, @Nullable String nextShardIterator) {
    /**
     * A record as clients see it; keys and images are canonical DynamoDB JSON.
     *
     * @param newImage null where the view type does not show it, or there is none
     * @param byService whether time to live was the reason
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record ChangeRecord(
            String eventId,
            String eventName,
            String region,
            Instant writtenAt,
            byte[] keys,
            byte @Nullable [] newImage,
            byte @Nullable [] oldImage,
            String sequenceNumber,
            long sizeBytes,
            StreamViewType viewType,
            boolean byService) {}

    public GetRecordsResponse {
        records = List.copyOf(records);
    }
}
