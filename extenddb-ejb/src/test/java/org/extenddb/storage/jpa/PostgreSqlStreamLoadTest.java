package org.extenddb.storage.jpa;

import org.extenddb.core.storage.contract.Backend;
import org.extenddb.core.storage.contract.StreamLoadContract;

class PostgreSqlStreamLoadTest extends StreamLoadContract {
    @Override
    protected Backend backend() {
        return TestStorage.shared();
    }
}
