package org.extenddb.storage.jpa;

import org.extenddb.core.storage.contract.Backend;
import org.extenddb.core.storage.contract.MutateContract;

class PostgreSqlMutateTest extends MutateContract {
    @Override
    protected Backend backend() {
        return TestStorage.shared();
    }
}
