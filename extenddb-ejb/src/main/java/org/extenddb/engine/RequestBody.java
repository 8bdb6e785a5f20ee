package org.extenddb.engine;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.ErrorCode;
import org.extenddb.core.wire.WireRequest;

/** The JSON of a request, uncompressed. (The signature was over what came in, so this follows authentication.) */
final class RequestBody {
    /** DynamoDB's limit on a request, compressed or not. */
    static final int MAX_BYTES = 16 * 1024 * 1024;

    private RequestBody() {}

    /**
     * The body, unpacked where Content-Encoding says gzip. Reads no further than the limit, whatever the packed body promises.
     *
     * @throws DynamoDbException SerializationException when it is no gzip; RequestEntityTooLargeException beyond the limit
     */
    static byte[] of(WireRequest request) {
        byte[] body = request.body();
        String encoding = request.header("content-encoding");
        if (encoding != null && encoding.strip().equalsIgnoreCase("gzip")) {
            body = unzip(body);
        }
        if (body.length > MAX_BYTES) {
            throw DynamoDbException.of(ErrorCode.REQUEST_TOO_LARGE, null);
        }
        return body;
    }

    private static byte[] unzip(byte[] body) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return in.readNBytes(MAX_BYTES + 1);
        } catch (IOException e) {
            throw DynamoDbException.of(ErrorCode.SERIALIZATION, null);
        }
    }
}
