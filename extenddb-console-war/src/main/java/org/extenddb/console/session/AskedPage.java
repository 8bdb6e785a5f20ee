package org.extenddb.console.session;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * The page that a reader looks at, with its parameters: what a request asks for; for a form, which Faces sends to an address without
 * parameters, the page that it stood on as the browser names it.
 */
public final class AskedPage {
    private AskedPage() {}

    /** Such as {@code items.xhtml?table=Music}, below the console's own address; empty for its root. */
    public static String of(HttpServletRequest request) {
        String path = withoutSlash(path(request));
        if (!request.getMethod().equals("GET")) {
            String from = LocalAddress.of(referrer(request), "");
            return from.equals(path) || from.startsWith(path + "?") ? from : path;
        }
        String query = request.getQueryString();
        return query == null ? path : path + "?" + query;
    }

    static String path(HttpServletRequest request) {
        String info = request.getPathInfo();
        return request.getServletPath() + (info == null ? "" : info);
    }

    private static @Nullable String referrer(HttpServletRequest request) {
        String header = request.getHeader("Referer");
        if (header == null) {
            return null;
        }
        try {
            URI uri = URI.create(header);
            String root = request.getContextPath() + "/";
            String path = uri.getRawPath();
            if (path == null || !path.startsWith(root)) {
                return null;
            }
            String query = uri.getRawQuery();
            return path.substring(root.length()) + (query == null ? "" : "?" + query);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static String withoutSlash(String path) {
        return path.startsWith("/") ? path.substring(1) : path;
    }
}
