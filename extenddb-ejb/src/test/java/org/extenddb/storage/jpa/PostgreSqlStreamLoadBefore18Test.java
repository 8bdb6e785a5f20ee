package org.extenddb.storage.jpa;

import org.extenddb.core.storage.contract.Backend;
import org.extenddb.core.storage.contract.StreamLoadContract;
import org.extenddb.storage.jpa.item.PostgreSqlItemStore;
import org.extenddb.storage.jpa.item.TableDeltas;
import org.extenddb.storage.jpa.sql.Database;
import org.extenddb.test.TestDatabase;

/** The statements for servers that do not return old rows, which every version understands. */
class PostgreSqlStreamLoadBefore18Test extends StreamLoadContract {
    private static final TestStorage STORAGE = TestStorage.on(TestDatabase.create());

    private final Backend backend = new Backend(
            new PostgreSqlItemStore(
                    new Database(Before18.of(STORAGE.dataSource())),
                    STORAGE.transactions(),
                    new TableDeltas(),
                    STORAGE.cache()::forgetAll,
                    0),
            STORAGE.backend().tables(),
            STORAGE.backend().accessKeys(),
            STORAGE.backend().identities(),
            STORAGE.backend().streams(),
            STORAGE.backend().jobs(),
            STORAGE.backend().administrators(),
            STORAGE.backend().attempts(),
            STORAGE.backend().audit(),
            STORAGE.backend().history(),
            STORAGE.backend().backups());

    @Override
    protected Backend backend() {
        return backend;
    }
}
