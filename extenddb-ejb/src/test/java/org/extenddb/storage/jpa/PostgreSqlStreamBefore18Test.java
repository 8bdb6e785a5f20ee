package org.extenddb.storage.jpa;

import org.extenddb.core.storage.contract.Backend;
import org.extenddb.core.storage.contract.StreamContract;

/** The statements for servers that do not return old rows, which every version understands. */
class PostgreSqlStreamBefore18Test extends StreamContract {
    @Override
    protected Backend backend() {
        return Before18.backend();
    }
}
