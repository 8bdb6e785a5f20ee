package org.extenddb.core.storage.memory;

import org.extenddb.core.storage.contract.Backend;
import org.extenddb.core.storage.contract.TableCatalogContract;

class MemoryTableCatalogTest extends TableCatalogContract {
    private final Backend backend = MemoryBackend.create();

    @Override
    protected Backend backend() {
        return backend;
    }
}
