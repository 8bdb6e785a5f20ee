package org.extenddb.storage.jpa;

import org.extenddb.core.storage.contract.Backend;
import org.extenddb.core.storage.contract.SignInContract;

class PostgreSqlSignInTest extends SignInContract {
    @Override
    protected Backend backend() {
        return TestStorage.shared();
    }
}
