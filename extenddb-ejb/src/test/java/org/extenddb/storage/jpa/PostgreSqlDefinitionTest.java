package org.extenddb.storage.jpa;

import org.extenddb.core.storage.contract.Backend;
import org.extenddb.core.storage.contract.DefinitionContract;

class PostgreSqlDefinitionTest extends DefinitionContract {
    @Override
    protected Backend backend() {
        return TestStorage.shared();
    }
}
