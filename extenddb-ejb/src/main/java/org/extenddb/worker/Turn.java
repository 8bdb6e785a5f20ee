package org.extenddb.worker;

import java.time.Duration;

/** How long one piece of background work may go on before others have their turn. */
final class Turn {
    private final long end;

    Turn(Duration length) {
        this.end = System.nanoTime() + length.toNanos();
    }

    /** False once time is up or the server stops. */
    boolean goesOn() {
        return System.nanoTime() - end < 0 && !Thread.currentThread().isInterrupted();
    }
}
