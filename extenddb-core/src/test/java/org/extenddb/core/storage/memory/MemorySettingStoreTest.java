package org.extenddb.core.storage.memory;

import org.extenddb.core.storage.SettingStore;
import org.extenddb.core.storage.contract.SettingStoreContract;

class MemorySettingStoreTest extends SettingStoreContract {
    private final SettingStore store = new MemorySettingStore();

    @Override
    protected SettingStore store() {
        return store;
    }
}
