package org.extenddb.core.api.stream;

import org.jspecify.annotations.Nullable;

/**
 * ListStreams as sent.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_streams_ListStreams.html">ListStreams</a>
 */
public record ListStreamsRequest(
        @Nullable String tableName,
        @Nullable Integer limit,
        @Nullable String exclusiveStartStreamArn) {}
