package org.extenddb.storage.jpa;

import org.extenddb.core.storage.contract.AccessKeyStoreContract;
import org.extenddb.core.storage.contract.Backend;

class PostgreSqlAccessKeyStoreTest extends AccessKeyStoreContract {
    @Override
    protected Backend backend() {
        return TestStorage.shared();
    }
}
