package org.extenddb.storage.jpa;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import javax.sql.DataSource;
import org.extenddb.core.storage.contract.Backend;
import org.extenddb.storage.jpa.item.PostgreSqlItemStore;
import org.extenddb.storage.jpa.sql.Database;
import org.extenddb.test.TestDatabase;

/** A database that says that it is PostgreSQL 17, which returns no old rows: every version understands what it is then asked. */
final class Before18 {
    private Before18() {}

    /** One for all contract tests of this JVM. */
    static Backend backend() {
        return Shared.BACKEND;
    }

    private static Backend on(TestStorage storage) {
        Backend backend = storage.backend();
        return new Backend(
                new PostgreSqlItemStore(
                        new Database(of(storage.dataSource())),
                        storage.transactions(),
                        storage.deltas(),
                        storage.cache()::forgetAll,
                        0),
                backend.tables(),
                backend.accessKeys(),
                backend.identities(),
                backend.streams(),
                backend.jobs(),
                backend.administrators(),
                backend.attempts(),
                backend.audit(),
                backend.history(),
                backend.backups());
    }

    private static final class Shared {
        private static final Backend BACKEND = on(TestStorage.on(TestDatabase.create()));
    }

    static DataSource of(DataSource source) {
        return intercepted(DataSource.class, source);
    }

    private static <T> T intercepted(Class<T> type, T original) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (method.getName().equals("getDatabaseMajorVersion")) {
                        return 17;
                    }
                    try {
                        Object result = method.invoke(original, arguments);
                        if (result instanceof Connection connection) {
                            return intercepted(Connection.class, connection);
                        }
                        return result instanceof DatabaseMetaData metaData
                                ? intercepted(DatabaseMetaData.class, metaData)
                                : result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
