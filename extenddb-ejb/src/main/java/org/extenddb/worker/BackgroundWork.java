package org.extenddb.worker;

import java.time.Duration;

/** Work that is done again and again. One call is a short turn: it does what is due and returns. */
public interface BackgroundWork {
    void run();

    /** How long to wait after a turn before the next one. */
    default Duration pause() {
        return Duration.ofSeconds(3);
    }

    /** How many turns may be under way at a time. */
    default int lanes() {
        return 1;
    }

    /** Called once, before the server takes requests: no more than has to be done by then. */
    default void begin() {}

    /** Called once, after the last turn was begun, when a server stops as it should. */
    default void end() {}
}
