package org.extenddb.config;

import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.extenddb.cdi.SingleInstance;

/** How much long work a server does at once: backups, restores, exports and imports. */
@SingleInstance
public final class JobConfig {
    private static final int MOST = 16;

    private final int atOnce;

    /**
     * Reads the configuration.
     *
     * @param atOnce how many jobs a server does at a time, 1 to 16; further ones wait for a turn
     */
    @Inject
    public JobConfig(@ConfigProperty(name = "extenddb.jobs.atOnce", defaultValue = "2") int atOnce) {
        this.atOnce = Math.max(1, Math.min(MOST, atOnce));
    }

    public int atOnce() {
        return atOnce;
    }
}
