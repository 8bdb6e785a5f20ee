package org.extenddb.storage.jpa;

import org.extenddb.core.storage.contract.Backend;
import org.extenddb.core.storage.contract.JobStoreContract;

class PostgreSqlJobStoreTest extends JobStoreContract {
    @Override
    protected Backend backend() {
        return TestStorage.shared();
    }
}
