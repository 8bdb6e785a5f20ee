package org.extenddb.core.storage.memory;

import org.extenddb.core.storage.contract.Backend;
import org.extenddb.core.storage.contract.TokenContract;

class MemoryTokenTest extends TokenContract {
    private final Backend backend = MemoryBackend.create();

    @Override
    protected Backend backend() {
        return backend;
    }
}
