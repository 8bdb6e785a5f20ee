package org.extenddb.core.storage.memory;

import org.extenddb.core.storage.contract.Backend;
import org.extenddb.core.storage.contract.HistoryContract;

class MemoryHistoryTest extends HistoryContract {
    private final Backend backend = MemoryBackend.create();

    @Override
    protected Backend backend() {
        return backend;
    }
}
