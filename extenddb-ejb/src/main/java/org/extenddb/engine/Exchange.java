package org.extenddb.engine;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.extenddb.auth.Authenticated;
import org.extenddb.core.error.ErrorCode;
import org.extenddb.core.iam.AccessRequest;
import org.extenddb.core.wire.WireRequest;
import org.extenddb.core.wire.WireResponse;
import org.extenddb.telemetry.AnsweredRequest;
import org.jspecify.annotations.Nullable;

/** What becomes known of a request while it runs. Of one thread. */
final class Exchange {
    /** More of them nobody wants to know. */
    private static final int MAX_PARAMETERS = 4_096;

    private final WireRequest request;
    private final String requestId = RequestIds.next();
    private final long started = System.nanoTime();
    private @Nullable OperationSpec<?, ?> spec;
    private @Nullable Authenticated sender;
    private List<AccessRequest> accesses = List.of();

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

    /** What has to be authorized. */
    List<AccessRequest> wants(List<AccessRequest> wanted) {
        accesses = wanted;
        return wanted;
    }

    /** The JSON that was sent, where it can be read as it is. */
    private String parameters() {
        return request.header("content-encoding") == null
                ? new String(request.body(), 0, Math.min(request.body().length, MAX_PARAMETERS), StandardCharsets.UTF_8)
                : "";
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
                "dynamodb",
                spec == null ? null : spec.name(),
                sender == null ? null : sender.caller(),
                sender == null ? null : sender.region(),
                error == null ? null : error.simpleName(),
                accesses,
                false,
                this::parameters,
                System.nanoTime() - started,
                request.body().length,
                responseBytes);
    }
}
