package org.extenddb.core.api.table;

import org.jspecify.annotations.Nullable;

/**
 * UpdateTimeToLive as sent.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_UpdateTimeToLive.html">UpdateTimeToLive</a>
 */
public record UpdateTimeToLiveRequest(
        @Nullable String tableName, @Nullable TimeToLiveMembers specification) {}
