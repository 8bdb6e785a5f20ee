package org.extenddb.storage.jpa;

import org.extenddb.core.storage.contract.Backend;
import org.extenddb.core.storage.contract.ReadContract;

class PostgreSqlReadTest extends ReadContract {
    @Override
    protected Backend backend() {
        return TestStorage.shared();
    }
}
