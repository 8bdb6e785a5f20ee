package org.extenddb.storage.jpa;

import org.extenddb.core.storage.contract.AuditStoreContract;
import org.extenddb.core.storage.contract.Backend;

class PostgreSqlAuditStoreTest extends AuditStoreContract {
    @Override
    protected Backend backend() {
        return TestStorage.shared();
    }
}
