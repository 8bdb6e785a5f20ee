package org.extenddb.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * Whether anybody can tell for sure where a request ends. If not, what is left of its body would be read as the next request, so the
 * connection has to end with it.
 *
 * <p>Open Liberty drops a Content-Length that is no number and goes on as if there was no body; the application sees a request
 * without one. So every request without a Content-Length is in doubt, a GET too, and every one with a Transfer-Encoding, beside
 * which a Content-Length may have been dropped. SDKs send DynamoDB neither, so this costs them nothing. HTTP/2 frames its bodies
 * itself.
 */
final class BodyExtent {
    private BodyExtent() {}

    static boolean isInDoubt(HttpServletRequest request) {
        return request.getProtocol().startsWith("HTTP/1.")
                && isInDoubt(request.getHeader("Content-Length"), request.getHeader("Transfer-Encoding"));
    }

    static boolean isInDoubt(@Nullable String contentLength, @Nullable String transferEncoding) {
        return transferEncoding != null || contentLength == null || !isNumber(contentLength);
    }

    private static boolean isNumber(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return !text.isEmpty();
    }
}
