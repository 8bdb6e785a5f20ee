package org.extenddb.core.api.stream;

import org.jspecify.annotations.Nullable;

/**
 * GetShardIterator as sent.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_streams_GetShardIterator.html">GetShardIterator</a>
 */
public record GetShardIteratorRequest(
        @Nullable String streamArn,
        @Nullable String shardId,
        @Nullable String shardIteratorType,
        @Nullable String sequenceNumber) {}
