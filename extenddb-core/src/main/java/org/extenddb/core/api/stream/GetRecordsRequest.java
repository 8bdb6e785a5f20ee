package org.extenddb.core.api.stream;

import org.jspecify.annotations.Nullable;

/**
 * GetRecords as sent.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_streams_GetRecords.html">GetRecords</a>
 */
public record GetRecordsRequest(
        @Nullable String shardIterator, @Nullable Integer limit) {}
