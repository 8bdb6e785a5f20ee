package org.extenddb.storage.jpa;

import org.extenddb.core.storage.contract.Backend;
import org.extenddb.core.storage.contract.BatchContract;

class PostgreSqlBatchTest extends BatchContract {
    @Override
    protected Backend backend() {
        return TestStorage.shared();
    }
}
