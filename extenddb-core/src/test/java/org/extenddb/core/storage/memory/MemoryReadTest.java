package org.extenddb.core.storage.memory;

import org.extenddb.core.storage.contract.Backend;
import org.extenddb.core.storage.contract.ReadContract;

class MemoryReadTest extends ReadContract {
    private final Backend backend = MemoryBackend.create();

    @Override
    protected Backend backend() {
        return backend;
    }
}
