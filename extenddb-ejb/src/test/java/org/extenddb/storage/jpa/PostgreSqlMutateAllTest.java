package org.extenddb.storage.jpa;

import org.extenddb.core.storage.contract.Backend;
import org.extenddb.core.storage.contract.MutateAllContract;

class PostgreSqlMutateAllTest extends MutateAllContract {
    @Override
    protected Backend backend() {
        return TestStorage.shared();
    }
}
