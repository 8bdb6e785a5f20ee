package org.extenddb.core.storage.memory;

import org.extenddb.core.storage.contract.AccessKeyStoreContract;
import org.extenddb.core.storage.contract.Backend;

class MemoryAccessKeyStoreTest extends AccessKeyStoreContract {
    private final Backend backend = MemoryBackend.create();

    @Override
    protected Backend backend() {
        return backend;
    }
}
