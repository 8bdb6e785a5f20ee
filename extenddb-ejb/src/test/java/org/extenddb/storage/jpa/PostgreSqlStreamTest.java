package org.extenddb.storage.jpa;

import org.extenddb.core.storage.contract.Backend;
import org.extenddb.core.storage.contract.StreamContract;

class PostgreSqlStreamTest extends StreamContract {
    @Override
    protected Backend backend() {
        return TestStorage.shared();
    }
}
