package org.extenddb.storage.jpa;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import javax.sql.DataSource;
import org.extenddb.core.storage.contract.Backend;
import org.extenddb.core.storage.contract.StreamContract;
import org.extenddb.storage.jpa.item.PostgreSqlItemStore;
import org.extenddb.storage.jpa.sql.Database;
import org.extenddb.test.TestDatabase;

/** The statements for servers that do not return old rows, which every version understands. */
class PostgreSqlStreamBefore18Test extends StreamContract {
    private static final TestStorage STORAGE = TestStorage.on(TestDatabase.create());

    private final Backend backend = new Backend(
            new PostgreSqlItemStore(
                    new Database(intercepted(DataSource.class, STORAGE.dataSource())),
                    STORAGE.transactions(),
                    table -> {},
                    STORAGE.cache()::forgetAll,
                    0),
            STORAGE.backend().tables(),
            STORAGE.backend().accessKeys(),
            STORAGE.backend().identities(),
            STORAGE.backend().streams(),
            STORAGE.backend().jobs(),
            STORAGE.backend().administrators(),
            STORAGE.backend().attempts(),
            STORAGE.backend().audit());

    @Override
    protected Backend backend() {
        return backend;
    }

    /** The same, but says that it is 17. */
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
