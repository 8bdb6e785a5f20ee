package org.extenddb.storage.jpa;

import org.extenddb.core.storage.contract.Backend;
import org.extenddb.core.storage.contract.CredentialContract;

class PostgreSqlCredentialTest extends CredentialContract {
    @Override
    protected Backend backend() {
        return TestStorage.shared();
    }
}
