package org.extenddb.telemetry;

import java.util.List;
import java.util.function.Supplier;
import org.extenddb.core.iam.AccessRequest;
import org.extenddb.core.iam.Caller;
import org.extenddb.core.model.Region;
import org.jspecify.annotations.Nullable;

/**
 * A request and how it ended: of DynamoDB, IAM or STS.
 *
 * @param service as IAM names it in actions: {@code dynamodb}, {@code iam}, {@code sts}
 * @param operation its name, such as {@code PutItem}; null when the request named none that exists
 * @param caller null when nobody was authenticated
 * @param region null when nobody was authenticated
 * @param error the error's name, one of those that the service has; null when the request succeeded
 * @param accesses what it had to be authorized for, as far as it came; empty when it did not come there
 * @param recorded whether {@link RequestObserver#changing} saw it, and it was committed
 * @param parameters what was asked for, for people, without anything secret; costs time
 * @param nanos from the moment the whole request was there until its answer was encoded
 * @param requestBytes size of the body as received
 * @param responseBytes size of the body before compression
 */
public record AnsweredRequest(
        String requestId,
        String remoteAddress,
        String service,
        @Nullable String operation,
        @Nullable Caller caller,
        @Nullable Region region,
        @Nullable String error,
        List<AccessRequest> accesses,
        boolean recorded,
        Supplier<String> parameters,
        long nanos,
        int requestBytes,
        int responseBytes) {}
