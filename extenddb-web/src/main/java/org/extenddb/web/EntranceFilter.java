package org.extenddb.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * What has to be done before JAX-RS sees a request: a Content-Type that is none is answered as DynamoDB answers one that it does not
 * speak, a connection whose request has no certain end is closed after it, and the request itself is kept for the resource.
 */
@WebFilter("/*")
public final class EntranceFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final String REQUEST = EntranceFilter.class.getName();

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (BodyExtent.isInDoubt(request)) {
            response.setHeader("Connection", "close");
        }
        String type = request.getContentType();
        if (type != null && !MediaTypeSyntax.isMediaType(type)) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            response.setContentType("application/xml");
            response.setHeader(WireResponses.CRC32, WireResponses.UNKNOWN_OPERATION_CRC32);
            response.getOutputStream().write(WireResponses.UNKNOWN_OPERATION);
            return;
        }
        request.setAttribute(REQUEST, request);
        chain.doFilter(request, response);
    }

    /**
     * The request behind the one that JAX-RS injects, each call of which goes by reflection: reading a request takes some thirty.
     */
    static HttpServletRequest behind(HttpServletRequest injected) {
        return (HttpServletRequest) injected.getAttribute(REQUEST);
    }
}
