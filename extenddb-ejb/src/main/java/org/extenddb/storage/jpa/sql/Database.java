package org.extenddb.storage.jpa.sql;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.extenddb.core.storage.StorageUnavailableException;
import org.jspecify.annotations.Nullable;

/** Single statements, each of them a transaction of its own on a connection in autocommit mode. */
public final class Database {
    private final DataSource direct;
    private volatile int majorVersion;

    /** @param direct hands out connections in autocommit mode that no JTA transaction enlists */
    public Database(DataSource direct) {
        this.direct = direct;
    }

    /**
     * Reads. Once more where the connection broke: after a restart of the database a pool still holds dead connections, and the
     * first failure makes it drop them.
     */
    public <T extends @Nullable Object> T read(SqlFunction<T> work) {
        try {
            return run(work);
        } catch (SQLException e) {
            if (!SqlStates.isConnectionFailure(e)) {
                throw unavailable(e);
            }
        }
        return write(work);
    }

    /**
     * Writes, once.
     *
     * @throws StorageUnavailableException when it is not known whether the write took effect
     */
    public <T extends @Nullable Object> T write(SqlFunction<T> work) {
        try {
            return run(work);
        } catch (SQLException e) {
            throw unavailable(e);
        }
    }

    /** 14 and up. */
    public int majorVersion() {
        if (majorVersion == 0) {
            majorVersion = read(connection -> connection.getMetaData().getDatabaseMajorVersion());
        }
        return majorVersion;
    }

    static StorageUnavailableException unavailable(Exception cause) {
        return new StorageUnavailableException("the database did not do it: " + cause.getMessage(), cause);
    }

    private <T extends @Nullable Object> T run(SqlFunction<T> work) throws SQLException {
        try (Connection connection = direct.getConnection()) {
            return work.apply(connection);
        }
    }
}
