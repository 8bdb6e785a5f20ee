package org.extenddb.telemetry;

import org.extenddb.core.error.ErrorCode;
import org.extenddb.core.iam.Caller;
import org.extenddb.core.model.Region;
import org.jspecify.annotations.Nullable;

/**
 * A request and how it ended.
 *
 * @param operation its name, such as {@code PutItem}; null when the request named none that exists
 * @param caller null when nobody was authenticated
 * @param region null when nobody was authenticated
 * @param error null when the request succeeded
 * @param nanos from the moment the whole request was there until its answer was encoded
 * @param requestBytes size of the body as received
 * @param responseBytes size of the body before compression
 */
public record AnsweredRequest(
        String requestId,
        String remoteAddress,
        @Nullable String operation,
        @Nullable Caller caller,
        @Nullable Region region,
        @Nullable ErrorCode error,
        long nanos,
        int requestBytes,
        int responseBytes) {}
