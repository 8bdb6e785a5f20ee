package org.extenddb.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads request bodies as they come, up to DynamoDB's limit of 16 MiB. */
final class RequestBodies {
    static final int MAX_BYTES = 16 * 1024 * 1024;

    private RequestBodies() {}

    /**
     * Reads a body.
     *
     * @return null when it is too large; the rest is left unread then
     */
    static byte @Nullable [] read(HttpServletRequest request) throws IOException {
        long length = request.getContentLengthLong();
        if (length > MAX_BYTES) {
            return null;
        }
        return read(request.getInputStream(), (int) length);
    }

    /**
     * Reads a body.
     *
     * @param length as announced; -1 when it was not
     */
    static byte @Nullable [] read(InputStream in, int length) throws IOException {
        if (length < 0) {
            byte[] body = in.readNBytes(MAX_BYTES + 1);
            return body.length > MAX_BYTES ? null : body;
        }
        byte[] body = new byte[length];
        int read = in.readNBytes(body, 0, length);
        return read == length ? body : Arrays.copyOf(body, read);
    }
}
