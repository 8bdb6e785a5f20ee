package org.extenddb.core.api.stream;

import java.util.List;
import org.extenddb.core.storage.StoredStream;
import org.jspecify.annotations.Nullable;

/**
 * A page of streams.
 *
 * @param lastEvaluatedStreamArn null on the last page
 */
public record ListStreamsResponse(
        List<StoredStream> streams, @Nullable String lastEvaluatedStreamArn) {
    public ListStreamsResponse {
        streams = List.copyOf(streams);
    }
}
