package org.extenddb.console.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Sends a browser to another page, whether it asked for a page or, in the background, for a part of one. */
public final class Redirect {
    private Redirect() {}

    /** @param target an address of this server, encoded; its query may have any text in it */
    public static void to(String target, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!"partial/ajax".equals(request.getHeader("Faces-Request"))) {
            response.sendRedirect(target);
            return;
        }
        response.setContentType("text/xml");
        response.setCharacterEncoding("UTF-8");
        String url = target.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;");
        response.getWriter()
                .write("<?xml version=\"1.0\" encoding=\"UTF-8\"?><partial-response><redirect url=\"" + url
                        + "\"/></partial-response>");
    }
}
