package org.extenddb.core.api.stream;

import org.jspecify.annotations.Nullable;

/**
 * DescribeStream as sent.
 *
 * @param shardFilter null for all shards
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_streams_DescribeStream.html">DescribeStream</a>
 */
public record DescribeStreamRequest(
        @Nullable String streamArn,
        @Nullable Integer limit,
        @Nullable String exclusiveStartShardId,
        @Nullable ShardFilter shardFilter) {
    /** Which shards are asked for. */
    public record ShardFilter(
            @Nullable String type, @Nullable String shardId) {}
}
