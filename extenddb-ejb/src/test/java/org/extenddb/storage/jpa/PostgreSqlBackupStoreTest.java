package org.extenddb.storage.jpa;

import org.extenddb.core.storage.contract.Backend;
import org.extenddb.core.storage.contract.BackupStoreContract;

class PostgreSqlBackupStoreTest extends BackupStoreContract {
    @Override
    protected Backend backend() {
        return TestStorage.shared();
    }
}
