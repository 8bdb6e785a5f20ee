package org.extenddb.worker;

/** Work that is done again and again. One call is a short turn: it does what is due and returns. */
public interface BackgroundWork {
    void run();
}
