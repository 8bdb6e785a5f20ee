package org.extenddb.console.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

/** What a browser's session says of its having been let in. */
final class Entrance {
    private static final String OPENED = Entrance.class.getName();

    private Entrance() {}

    /** Lets it in, under another session id than before: one that was planted is worth nothing now. */
    static void open(HttpServletRequest request) {
        request.getSession();
        request.changeSessionId();
        request.getSession().setAttribute(OPENED, true);
    }

    static boolean isOpen(HttpServletRequest request) {
        @Nullable HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(OPENED) != null;
    }
}
