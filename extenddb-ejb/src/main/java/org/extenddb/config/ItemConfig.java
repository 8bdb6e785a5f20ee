package org.extenddb.config;

import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.extenddb.cdi.SingleInstance;

/** How items are kept. */
@SingleInstance
public final class ItemConfig {
    private static final long MEGABYTE = 1024L * 1024;

    private final long remembered;

    /**
     * Reads the configuration.
     *
     * @param rememberedMegabytes how much of the heap may hold items that this server wrote last, in MiB, so that an update need
     *     not read them; 0 for none
     */
    @Inject
    public ItemConfig(
            @ConfigProperty(name = "extenddb.items.rememberedMegabytes", defaultValue = "32") int rememberedMegabytes) {
        this.remembered = Math.max(0, rememberedMegabytes) * MEGABYTE;
    }

    /** In bytes. */
    public long remembered() {
        return remembered;
    }
}
