package org.extenddb.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Ends the connection after each request whose body does not have a plain Content-Length: nobody can tell for sure where such a
 * request ends, and what is left of its body would be read as the next request.
 *
 * <p>Open Liberty drops a Content-Length that is no number and goes on as if there was no body; the application sees a request
 * without one. So every request without a Content-Length is in doubt, a GET too, and every one with a Transfer-Encoding, beside
 * which a Content-Length may have been dropped. SDKs send DynamoDB neither, so this costs them nothing. HTTP/2 frames its bodies
 * itself.
 */
@WebFilter("/*")
public final class BodyExtentFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getProtocol().startsWith("HTTP/1.")
                && isInDoubt(request.getHeader("Content-Length"), request.getHeader("Transfer-Encoding"))) {
            response.setHeader("Connection", "close");
        }
        chain.doFilter(request, response);
    }

    static boolean isInDoubt(@Nullable String contentLength, @Nullable String transferEncoding) {
        return transferEncoding != null
                || contentLength == null
                || contentLength.isEmpty()
                || !contentLength.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
