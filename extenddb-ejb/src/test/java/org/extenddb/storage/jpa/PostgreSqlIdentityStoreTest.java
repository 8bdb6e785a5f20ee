package org.extenddb.storage.jpa;

import org.extenddb.core.storage.contract.Backend;
import org.extenddb.core.storage.contract.IdentityStoreContract;

class PostgreSqlIdentityStoreTest extends IdentityStoreContract {
    @Override
    protected Backend backend() {
        return TestStorage.shared();
    }
}
