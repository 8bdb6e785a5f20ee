package org.extenddb.core.storage.memory;

import org.extenddb.core.storage.contract.Backend;
import org.extenddb.core.storage.contract.StreamLoadContract;

class MemoryStreamLoadTest extends StreamLoadContract {
    private final Backend backend = MemoryBackend.create();

    @Override
    protected Backend backend() {
        return backend;
    }
}
