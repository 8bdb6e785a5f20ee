package org.extenddb.storage.jpa;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * Connections for the migration of the schema. Those of the server wait for locks only as long as a client may wait for the write
 * of an item; a migration has more time. They go back to their pool as they were.
 */
final class PatientConnections {
    private PatientConnections() {}

    static DataSource of(DataSource source) {
        return proxy(DataSource.class, source);
    }

    private static <T> T proxy(Class<T> type, T target) {
        return type.cast(Proxy.newProxyInstance(
                PatientConnections.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (method.getName().equals("close")
                            && target instanceof Connection connection
                            && !connection.isClosed()) {
                        reset(connection);
                    }
                    try {
                        Object result = method.invoke(target, arguments);
                        return result instanceof Connection made && target instanceof DataSource
                                ? patient(made)
                                : result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    private static Connection patient(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET lock_timeout = '10s'");
        }
        return proxy(Connection.class, connection);
    }

    private static void reset(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("RESET lock_timeout");
        }
    }
}
