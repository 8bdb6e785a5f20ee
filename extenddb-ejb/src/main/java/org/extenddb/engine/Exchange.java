package org.extenddb.engine;

import org.extenddb.auth.Authenticated;
import org.extenddb.core.error.ErrorCode;
import org.extenddb.core.wire.WireRequest;
import org.extenddb.core.wire.WireResponse;
import org.extenddb.telemetry.AnsweredRequest;
import org.jspecify.annotations.Nullable;

/** What becomes known of a request while it runs. Of one thread. */
final class Exchange {
    private final WireRequest request;
    private final String requestId = RequestIds.next();
    private final long started = System.nanoTime();
    private @Nullable OperationSpec<?, ?> spec;
    private @Nullable Authenticated sender;

    Exchange(WireRequest request) {
        this.request = request;
    }

    String requestId() {
        return requestId;
    }

    void asksFor(OperationSpec<?, ?> asked) {
        spec = asked;
    }

    RequestContext sentBy(Authenticated authenticated) {
        sender = authenticated;
        String host = request.header("host");
        return new RequestContext(authenticated.caller(), authenticated.region(), requestId, host == null ? "" : host);
    }

    /** The operation's name for logs. */
    String operationName() {
        return spec == null ? "no operation" : spec.name();
    }

    WireResponse response(int status, byte[] body) {
        return new WireResponse(status, requestId, Protocol.contentTypeFor(request), body);
    }

    /** DynamoDB's answer to what is not its protocol. */
    WireResponse notTheProtocol() {
        return new WireResponse(404, requestId, "application/xml", ErrorEncoder.NOT_THE_PROTOCOL);
    }

    AnsweredRequest answered(@Nullable ErrorCode error, int responseBytes) {
        return new AnsweredRequest(
                requestId,
                request.remoteAddress(),
                spec == null ? null : spec.name(),
                sender == null ? null : sender.caller(),
                sender == null ? null : sender.region(),
                error,
                System.nanoTime() - started,
                request.body().length,
                responseBytes);
    }
}
