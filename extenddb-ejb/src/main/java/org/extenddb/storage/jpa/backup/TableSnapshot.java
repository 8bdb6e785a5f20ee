package org.extenddb.storage.jpa.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.extenddb.storage.jpa.sql.Database;

/** Reads all items of a table as of one instant, by a cursor: memory stays within a few megabytes. */
public final class TableSnapshot {
    /** An item has 400 KB at most. */
    private static final int FETCH = 64;

    private final Database database;

    public TableSnapshot(Database database) {
        this.database = database;
    }

    /** Takes items one after the other. */
    @FunctionalInterface
    public interface Visitor {
        /** Answers whether to go on. The bytes are its own. */
        boolean visit(byte[] json, int size) throws IOException;
    }

    /**
     * Reads in one transaction, which lasts as long as the visitor takes.
     *
     * @return whether all was read
     */
    public boolean read(int storageId, Visitor visitor) throws IOException {
        try {
            return database.write(connection -> inTransaction(connection, storageId, visitor));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static boolean inTransaction(Connection connection, int storageId, Visitor visitor) throws SQLException {
        int isolation = connection.getTransactionIsolation();
        connection.setAutoCommit(false);
        try {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            return read(connection, storageId, visitor);
        } finally {
            connection.rollback();
            connection.setTransactionIsolation(isolation);
            connection.setAutoCommit(true);
        }
    }

    private static boolean read(Connection connection, int storageId, Visitor visitor) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT item, sz FROM ddb_item WHERE table_id = ?")) {
            select.setFetchSize(FETCH);
            select.setInt(1, storageId);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    if (!visitor.visit(row.getBytes(1), row.getInt(2))) {
                        return false;
                    }
                }
                return true;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
