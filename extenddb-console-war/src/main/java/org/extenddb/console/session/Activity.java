package org.extenddb.console.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;

/**
 * When somebody last did something in a session. A page that looks again by itself is not somebody: a screen that was left shows its
 * figures until the session ends, and no longer.
 */
final class Activity {
    /** On requests that a page sends of its own accord. */
    private static final String POLL = "Console-Poll";

    /** On every answer: the seconds until the session ends. */
    private static final String LEFT = "Console-Session-Left";

    private static final String LAST = Activity.class.getName();

    private Activity() {}

    /** Notes it, and tells the browser how long the session lasts from now; false when it has ended. */
    static boolean goesOn(HttpServletRequest request, HttpServletResponse response) {
        HttpSession session = request.getSession();
        Instant now = Instant.now();
        Duration allowed = Duration.ofSeconds(session.getMaxInactiveInterval());
        Instant last = session.getAttribute(LAST) instanceof Instant at ? at : now;
        if (now.isAfter(last.plus(allowed))) {
            return false;
        }
        if (request.getHeader(POLL) == null) {
            last = now;
        }
        session.setAttribute(LAST, last);
        response.setHeader(
                LEFT, String.valueOf(Duration.between(now, last.plus(allowed)).toSeconds()));
        return true;
    }
}
