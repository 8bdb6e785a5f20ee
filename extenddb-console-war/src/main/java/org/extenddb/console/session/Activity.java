package org.extenddb.console.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;

/**
 * When somebody last did something in a session. A page that looks again by itself is not somebody: a screen that was left shows its
 * figures until the session ends, and no longer.
 *
 * @param last when it was
 * @param allowed for how long nobody may do anything
 */
record Activity(Instant last, Duration allowed) implements Serializable {
    /** On requests that a page sends of its own accord. */
    private static final String POLL = "Console-Poll";

    /** On every answer: the seconds until the session ends. */
    private static final String LEFT = "Console-Session-Left";

    private static final String KEPT = Activity.class.getName();

    /** Notes a request, and tells the browser how long the session lasts from now; false when it has ended. */
    static boolean goesOn(HttpServletRequest request, HttpServletResponse response) {
        HttpSession session = request.getSession();
        Instant now = Instant.now();
        Activity before = session.getAttribute(KEPT) instanceof Activity kept
                ? kept
                : new Activity(now, Duration.ofSeconds(session.getMaxInactiveInterval()));
        if (before.isOver(now)) {
            return false;
        }
        Activity after = before.with(now, request.getHeader(POLL) != null);
        session.setAttribute(KEPT, after);
        response.setHeader(LEFT, String.valueOf(after.left(now).toSeconds()));
        return true;
    }

    boolean isOver(Instant now) {
        return left(now).isNegative();
    }

    /** After another request. */
    Activity with(Instant now, boolean poll) {
        return poll ? this : new Activity(now, allowed);
    }

    Duration left(Instant now) {
        return Duration.between(now, last.plus(allowed));
    }
}
