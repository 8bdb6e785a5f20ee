package org.extenddb.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Ends the connection of a request whose Content-Length is no number: how much of what follows is its body cannot be known, so
 * nothing that follows may be taken for a request. A Content-Type that is none is answered here too; JAX-RS would throw at it.
 */
@WebFilter("/*")
public final class MalformedHttpFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String length = request.getHeader("Content-Length");
        if (length != null && !isNumber(length.strip())) {
            response.setHeader("Connection", "close");
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        String type = request.getContentType();
        if (type != null && !isMediaType(type)) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            response.setContentType("application/xml");
            response.getOutputStream().write(WireResponses.UNKNOWN_OPERATION);
            return;
        }
        chain.doFilter(request, response);
    }

    static boolean isNumber(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** Type, slash, subtype, and whatever parameters. */
    static boolean isMediaType(String text) {
        int end = text.indexOf(';');
        String type = (end < 0 ? text : text.substring(0, end)).strip();
        int slash = type.indexOf('/');
        return slash > 0
                && slash < type.length() - 1
                && type.indexOf('/', slash + 1) < 0
                && type.chars().allMatch(c -> c > ' ' && c < 0x7F && c != ',');
    }
}
