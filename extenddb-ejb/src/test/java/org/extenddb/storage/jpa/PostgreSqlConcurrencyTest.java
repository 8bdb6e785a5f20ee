package org.extenddb.storage.jpa;

import org.extenddb.core.storage.contract.Backend;
import org.extenddb.core.storage.contract.ConcurrencyContract;

class PostgreSqlConcurrencyTest extends ConcurrencyContract {
    @Override
    protected Backend backend() {
        return TestStorage.shared();
    }
}
