package org.extenddb.core.storage.memory;

import org.extenddb.core.storage.contract.Backend;

/** A complete back-end in memory. */
public final class MemoryBackend {
    private MemoryBackend() {}

    public static Backend create() {
        MemoryItemStore items = new MemoryItemStore();
        MemoryAccessKeyStore keys = new MemoryAccessKeyStore();
        return new Backend(
                items, new MemoryTableCatalog(items), keys, new MemoryIdentityStore(keys, new NobodyListens()));
    }
}
