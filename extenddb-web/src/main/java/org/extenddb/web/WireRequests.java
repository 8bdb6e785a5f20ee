package org.extenddb.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.extenddb.core.wire.WireRequest;

/** Takes a request out of the servlet container's hands, byte for byte where the signature covers it. */
final class WireRequests {
    private WireRequests() {}

    static WireRequest of(HttpServletRequest request, byte[] body) {
        String query = request.getQueryString();
        return new WireRequest(
                request.getMethod(),
                request.getRequestURI(),
                query == null ? "" : query,
                headers(request),
                body,
                request.getRemoteAddr(),
                request.isSecure());
    }

    private static Map<String, List<String>> headers(HttpServletRequest request) {
        Map<String, List<String>> headers = new HashMap<>(32);
        Enumeration<String> names = request.getHeaderNames();
        while (names.hasMoreElements()) {
            String name = names.nextElement();
            headers.put(name.toLowerCase(Locale.ROOT), values(request.getHeaders(name)));
        }
        return headers;
    }

    private static List<String> values(Enumeration<String> values) {
        String first = values.nextElement();
        if (!values.hasMoreElements()) {
            return List.of(first);
        }
        List<String> all = new ArrayList<>(List.of(first));
        while (values.hasMoreElements()) {
            all.add(values.nextElement());
        }
        return all;
    }
}
