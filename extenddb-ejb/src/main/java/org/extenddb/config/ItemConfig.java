package org.extenddb.config;

import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.extenddb.cdi.SingleInstance;

/** How items are kept. */
@SingleInstance
public final class ItemConfig {
    private static final long MEGABYTE = 1024L * 1024;

    private final long remembered;
    private final long collectionLimit;

    /**
     * Reads the configuration.
     *
     * @param rememberedMegabytes how much of the heap may hold items that this server wrote last, in MiB, so that an update need
     *     not read them; 0 for none
     * @param collectionLimitMegabytes how large the items with one hash key may become together, with their entries in local
     *     indexes, in MiB, in tables that have such indexes; 0 for any size
     */
    @Inject
    public ItemConfig(
            @ConfigProperty(name = "extenddb.items.rememberedMegabytes", defaultValue = "32") int rememberedMegabytes,
            @ConfigProperty(name = "extenddb.items.collectionLimitMegabytes", defaultValue = "10240")
                    int collectionLimitMegabytes) {
        this.remembered = Math.max(0, rememberedMegabytes) * MEGABYTE;
        this.collectionLimit = Math.max(0, collectionLimitMegabytes) * MEGABYTE;
    }

    /** In bytes. */
    public long remembered() {
        return remembered;
    }

    /** In bytes; 0 for none. */
    public long collectionLimit() {
        return collectionLimit;
    }
}
