package org.extenddb.storage.jpa.sql;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Work on a connection, which stays the lender's. */
@FunctionalInterface
public interface SqlFunction<T extends @Nullable Object> {
    T apply(Connection connection) throws SQLException;
}
