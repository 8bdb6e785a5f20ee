package org.extenddb.storage.jpa;

import org.extenddb.core.storage.SettingStore;
import org.extenddb.core.storage.contract.SettingStoreContract;
import org.extenddb.storage.jpa.account.PostgreSqlSettingStore;

class PostgreSqlSettingStoreTest extends SettingStoreContract {
    private static final SettingStore STORE = new PostgreSqlSettingStore(TestStorage.sharedTransactions());

    @Override
    protected SettingStore store() {
        return STORE;
    }
}
