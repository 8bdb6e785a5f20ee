package org.extenddb.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import org.extenddb.core.wire.WireResponse;

/** Answers as HTTP. */
final class WireResponses {
    static final String CRC32 = "x-amz-crc32";
    static final byte[] UNKNOWN_OPERATION = "<UnknownOperationException/>\n".getBytes(StandardCharsets.UTF_8);
    static final String UNKNOWN_OPERATION_CRC32 = Long.toString(new Payload(UNKNOWN_OPERATION, false).crc32());

    private WireResponses() {}

    static Response of(WireResponse answer, HttpServletRequest request) {
        Payload payload = Payload.of(answer.body(), request.getHeader(HttpHeaders.ACCEPT_ENCODING));
        Response.ResponseBuilder response = Response.status(answer.status())
                .header(HttpHeaders.CONTENT_TYPE, answer.contentType())
                .header("x-amzn-RequestId", answer.requestId())
                .header(CRC32, payload.crc32())
                .entity(payload.bytes());
        if (payload.gzipped()) {
            response.header(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        return CrossOrigin.allow(response, request).build();
    }

    /** An answer of IAM or STS. It may hold a secret, and is for nobody to keep. */
    static Response xml(WireResponse answer) {
        return Response.status(answer.status())
                .header(HttpHeaders.CONTENT_TYPE, answer.contentType())
                .header("x-amzn-RequestId", answer.requestId())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(answer.body())
                .build();
    }

    static Response text(byte[] text, HttpServletRequest request) {
        Response.ResponseBuilder response = Response.ok(text)
                .header(HttpHeaders.CONTENT_TYPE, MediaType.TEXT_PLAIN)
                .header(CRC32, new Payload(text, false).crc32());
        return CrossOrigin.allow(response, request).build();
    }

    /** What DynamoDB says to anything but a POST of JSON to its one place. */
    static Response unknown() {
        return Response.status(Response.Status.NOT_FOUND)
                .header(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_XML)
                .header(CRC32, UNKNOWN_OPERATION_CRC32)
                .entity(UNKNOWN_OPERATION)
                .build();
    }

    /** The rest of the body is not read, so the connection cannot go on. */
    static Response tooLarge() {
        return Response.status(Response.Status.REQUEST_ENTITY_TOO_LARGE)
                .header("Connection", "close")
                .build();
    }

    /** The body broke off or was not what its encoding says: the connection is of no more use. */
    static Response brokenBody() {
        return Response.status(Response.Status.BAD_REQUEST)
                .header("Connection", "close")
                .build();
    }

    /** Something escaped that nobody foresaw. */
    static Response internalError(byte[] json) {
        return Response.serverError()
                .header(HttpHeaders.CONTENT_TYPE, "application/x-amz-json-1.0")
                .header(CRC32, new Payload(json, false).crc32())
                .entity(json)
                .build();
    }
}
