package org.extenddb.storage.jpa;

import org.extenddb.core.storage.contract.Backend;
import org.extenddb.core.storage.contract.TokenContract;

class PostgreSqlTokenTest extends TokenContract {
    @Override
    protected Backend backend() {
        return TestStorage.shared();
    }
}
