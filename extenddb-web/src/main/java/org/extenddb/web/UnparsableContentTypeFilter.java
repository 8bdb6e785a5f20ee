package org.extenddb.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Answers a Content-Type that is none, at which JAX-RS would throw, as DynamoDB answers one that it does not speak. */
@WebFilter("/*")
public final class UnparsableContentTypeFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String type = request.getContentType();
        if (type != null && !isMediaType(type)) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            response.setContentType("application/xml");
            response.getOutputStream().write(WireResponses.UNKNOWN_OPERATION);
            return;
        }
        chain.doFilter(request, response);
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
