package org.extenddb.core.storage.memory;

import org.extenddb.core.storage.contract.AuditStoreContract;
import org.extenddb.core.storage.contract.Backend;

class MemoryAuditStoreTest extends AuditStoreContract {
    private final Backend backend = MemoryBackend.create();

    @Override
    protected Backend backend() {
        return backend;
    }
}
