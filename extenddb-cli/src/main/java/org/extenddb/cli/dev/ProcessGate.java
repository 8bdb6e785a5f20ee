package org.extenddb.cli.dev;

import java.util.concurrent.Callable;
import org.extenddb.cli.host.CommandFailure;

/** Between a start and an interruption: once it is closed nothing is started any more, and what was started is known. */
public final class ProcessGate {
    private boolean closed;

    /** Starts something, unless the gate is closed already. */
    public synchronized <T> T start(Callable<T> starter) throws Exception {
        if (closed) {
            throw new CommandFailure("interrupted");
        }
        return starter.call();
    }

    /** Waits for a start that is under way. */
    public synchronized void close() {
        closed = true;
    }

    public synchronized boolean isClosed() {
        return closed;
    }
}
