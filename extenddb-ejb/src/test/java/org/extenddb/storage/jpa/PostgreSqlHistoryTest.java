package org.extenddb.storage.jpa;

import org.extenddb.core.storage.contract.Backend;
import org.extenddb.core.storage.contract.HistoryContract;

class PostgreSqlHistoryTest extends HistoryContract {
    @Override
    protected Backend backend() {
        return TestStorage.shared();
    }
}
