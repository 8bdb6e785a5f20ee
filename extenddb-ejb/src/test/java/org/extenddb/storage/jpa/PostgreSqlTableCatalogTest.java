package org.extenddb.storage.jpa;

import org.extenddb.core.storage.contract.Backend;
import org.extenddb.core.storage.contract.TableCatalogContract;

class PostgreSqlTableCatalogTest extends TableCatalogContract {
    @Override
    protected Backend backend() {
        return TestStorage.shared();
    }

    @Override
    protected void count() {
        TestStorage.countShared();
    }
}
