package org.extenddb.storage.jpa;

import org.extenddb.core.storage.contract.Backend;
import org.extenddb.core.storage.contract.StreamLoadContract;

/** The statements for servers that do not return old rows, which every version understands. */
class PostgreSqlStreamLoadBefore18Test extends StreamLoadContract {
    @Override
    protected Backend backend() {
        return Before18.backend();
    }
}
