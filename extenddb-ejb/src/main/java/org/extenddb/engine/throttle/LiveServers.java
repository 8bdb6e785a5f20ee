package org.extenddb.engine.throttle;

import org.extenddb.cdi.SingleInstance;

/** How many servers share the load, as far as this one knows. */
@SingleInstance
public final class LiveServers {
    private volatile int count = 1;

    public int count() {
        return count;
    }

    /** At least this one is alive. */
    public void set(int alive) {
        count = Math.max(1, alive);
    }
}
