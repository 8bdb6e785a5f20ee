package org.extenddb.engine;

import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.extenddb.auth.Authenticated;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.ErrorCode;
import org.extenddb.core.wire.WireRequest;

/**
 * DynamoDB's operations for what runs in the same server and has signed its people in itself: decoded, validated, authorized,
 * throttled, metered and audited like everybody's requests.
 */
@SingleInstance
public final class LocalOperations {
    private final RequestPipeline pipeline;
    private final OperationRegistry registry;

    @Inject
    public LocalOperations(RequestPipeline pipeline, OperationRegistry registry) {
        this.pipeline = pipeline;
        this.registry = registry;
    }

    /**
     * Does what an operation does.
     *
     * @param sender who asks; their policies bind
     * @param operation such as {@code PutItem}, of DynamoDB or its streams
     * @param json the request in UTF-8
     * @return the response in UTF-8
     * @throws DynamoDbException DynamoDB's own errors, UnknownOperationException for a name that this server does not have
     */
    public byte[] call(Authenticated sender, ClientOrigin origin, String operation, byte[] json) {
        Map<String, List<String>> headers = new HashMap<>();
        headers.put("content-type", List.of(Protocol.JSON_1_0));
        headers.put("x-amz-target", List.of(target(operation)));
        headers.put("host", List.of(origin.host()));
        if (origin.userAgent() != null) {
            headers.put("user-agent", List.of(origin.userAgent()));
        }
        WireRequest request = new WireRequest("POST", "/", "", headers, json, origin.remoteAddress(), origin.secure());
        return pipeline.handle(request, sender);
    }

    private String target(String operation) {
        for (OperationSpec.Service service : OperationSpec.Service.values()) {
            String target = service.targetPrefix() + '.' + operation;
            if (registry.find(target) != null) {
                return target;
            }
        }
        throw DynamoDbException.of(ErrorCode.UNKNOWN_OPERATION, null);
    }
}
