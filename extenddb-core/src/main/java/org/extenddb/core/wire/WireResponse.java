package org.extenddb.core.wire;

/**
 * The answer to a {@link WireRequest}.
 *
 * @param requestId goes out as x-amzn-RequestId
 * @param contentType that of the request's protocol
 * @param body uncompressed JSON
 */
@SuppressWarnings("ArrayRecordComponent")
public record WireResponse(int status, String requestId, String contentType, byte[] body) {}
