package org.extenddb.storage.jpa;

import org.extenddb.core.storage.contract.Backend;
import org.extenddb.core.storage.contract.IndexContract;

class PostgreSqlIndexTest extends IndexContract {
    @Override
    protected Backend backend() {
        return TestStorage.shared();
    }
}
