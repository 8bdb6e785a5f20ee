package org.extenddb.core.storage.memory;

import org.extenddb.core.storage.contract.Backend;

/** A complete back-end in memory. */
public final class MemoryBackend {
    private MemoryBackend() {}

    public static Backend create() {
        MemoryStreamStore streams = new MemoryStreamStore();
        MemoryHistoryStore history = new MemoryHistoryStore();
        MemoryItemStore items = new MemoryItemStore(streams, history);
        history.current(items::get);
        MemoryAccessKeyStore keys = new MemoryAccessKeyStore();
        return new Backend(
                items,
                new MemoryTableCatalog(items, streams, history),
                keys,
                new MemoryIdentityStore(keys, new NobodyListens()),
                streams,
                new MemoryJobStore(),
                new MemoryAdministratorStore(),
                new MemorySignInAttempts(),
                new MemoryAuditStore(),
                history,
                new MemoryBackupStore());
    }
}
