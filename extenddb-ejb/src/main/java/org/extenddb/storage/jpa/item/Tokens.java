package org.extenddb.storage.jpa.item;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.extenddb.core.model.ByteString;
import org.extenddb.core.storage.AtomicResult;
import org.extenddb.core.storage.RequestToken;
import org.extenddb.storage.jpa.sql.SqlStates;
import org.jspecify.annotations.Nullable;

/**
 * Client request tokens. A transaction inserts its token before it looks at any item: another one with the same token then waits
 * until the first has ended, and finds the row or its own way free.
 */
final class Tokens {
    private static final String TAKE = LockWait.BOUNDED
            + "INSERT INTO ddb_transaction_token AS t (account, region, token, fingerprint, expires_at)"
            + " VALUES (?, ?, ?, ?, clock_timestamp() + make_interval(secs => ?))"
            + " ON CONFLICT (account, region, token) DO UPDATE"
            + " SET fingerprint = EXCLUDED.fingerprint, expires_at = EXCLUDED.expires_at"
            + " WHERE t.expires_at <= clock_timestamp()";

    private static final String FIND =
            "SELECT fingerprint FROM ddb_transaction_token WHERE account = ? AND region = ? AND token = ?";

    private Tokens() {}

    /** Null when the token is the transaction's now; else how the transaction ends. */
    static @Nullable AtomicResult take(Connection connection, RequestToken token) throws SQLException {
        try {
            if (insert(connection, token)) {
                return null;
            }
        } catch (SQLException e) {
            if (SqlStates.isLockTimeout(e)) {
                return new AtomicResult.InProgress();
            }
            throw e;
        }
        return token.fingerprint().equals(find(connection, token))
                ? new AtomicResult.Repeated()
                : new AtomicResult.TokenMismatch();
    }

    private static boolean insert(Connection connection, RequestToken token) throws SQLException {
        try (PreparedStatement take = connection.prepareStatement(TAKE)) {
            bind(take, token);
            take.setBytes(4, token.fingerprint().sharedArray());
            take.setDouble(5, RequestToken.LIFETIME.toSeconds());
            take.execute();
            take.getMoreResults();
            return take.getUpdateCount() == 1;
        }
    }

    private static @Nullable ByteString find(Connection connection, RequestToken token) throws SQLException {
        try (PreparedStatement find = connection.prepareStatement(FIND)) {
            bind(find, token);
            try (ResultSet row = find.executeQuery()) {
                return row.next() ? ByteString.owning(row.getBytes(1)) : null;
            }
        }
    }

    private static void bind(PreparedStatement statement, RequestToken token) throws SQLException {
        statement.setString(1, token.account().value());
        statement.setString(2, token.region().value());
        statement.setBytes(3, token.token().getBytes(StandardCharsets.UTF_8));
    }
}
