package org.extenddb.storage.jpa.account;

import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import org.extenddb.core.identity.Lockout;
import org.extenddb.core.storage.SignInAttempts;
import org.extenddb.core.storage.StorageUnavailableException;
import org.extenddb.storage.jpa.sql.SqlFunction;
import org.extenddb.storage.jpa.sql.Transactions;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Attempts to sign in, counted in PostgreSQL: the row is what attempts at the same time queue up at. */
public final class PostgreSqlSignInAttempts implements SignInAttempts {
    private static final String COUNT =
            "INSERT INTO ddb_sign_in_attempt AS a (subject, attempts, last_at) VALUES (?, 1, ?)"
                    + " ON CONFLICT (subject) DO UPDATE SET last_at = excluded.last_at,"
                    + " attempts = CASE WHEN a.last_at < ? THEN 1 ELSE a.attempts + 1 END"
                    + " WHERE a.locked_until IS NULL OR a.locked_until <= excluded.last_at RETURNING attempts";
    private static final String LOCK = "UPDATE ddb_sign_in_attempt SET locked_until = ? WHERE subject = ?";
    private static final String LOCKED =
            "SELECT locked_until FROM ddb_sign_in_attempt WHERE subject = ? AND locked_until > ?";
    private static final String FORGET = "DELETE FROM ddb_sign_in_attempt WHERE subject = ?";

    /** Whoever guesses names leaves rows behind; some go with each new attempt, more than it makes. */
    private static final String CLEAN = "DELETE FROM ddb_sign_in_attempt WHERE subject IN (SELECT subject"
            + " FROM ddb_sign_in_attempt WHERE last_at < ? AND coalesce(locked_until, last_at) < ?"
            + " ORDER BY last_at LIMIT 5 FOR UPDATE SKIP LOCKED)";

    private final Transactions transactions;

    public PostgreSqlSignInAttempts(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public @Nullable Instant begin(String subject, Lockout lockout, Instant now) {
        return run(connection -> {
            int attempt = counted(connection, subject, lockout, now);
            if (attempt == 0) {
                return locked(connection, subject, now);
            }
            execute(connection, LOCK, lockout.lockedUntil(attempt, now), subject);
            Instant forgotten = lockout.forgottenBefore(now);
            execute(connection, CLEAN, forgotten, forgotten);
            return null;
        });
    }

    /** Part of the caller's transaction, where there is one. */
    @Override
    public void succeeded(String subject) {
        runWithin(connection -> {
            execute(connection, FORGET, subject);
            return null;
        });
    }

    @Override
    public @Nullable Instant lockedUntil(String subject, Instant now) {
        return runWithin(connection -> locked(connection, subject, now));
    }

    /** Which attempt in a row it is; 0 when there is a lock. */
    private static int counted(Connection connection, String subject, Lockout lockout, Instant now)
            throws SQLException {
        try (PreparedStatement count = connection.prepareStatement(COUNT)) {
            bind(count, subject, now, lockout.forgottenBefore(now));
            try (ResultSet rows = count.executeQuery()) {
                return rows.next() ? rows.getInt(1) : 0;
            }
        }
    }

    private static @Nullable Instant locked(Connection connection, String subject, Instant now) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(LOCKED)) {
            bind(select, subject, now);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? rows.getTimestamp(1).toInstant() : null;
            }
        }
    }

    private static void execute(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            statement.executeUpdate();
        }
    }

    private static void bind(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            if (value instanceof String text) {
                statement.setString(i + 1, text);
            } else {
                statement.setTimestamp(i + 1, value == null ? null : Timestamp.from((Instant) value));
            }
        }
    }

    private <T extends @Nullable Object> T runWithin(SqlFunction<T> work) {
        try {
            return transactions.withEntities(
                    entities -> entities.unwrap(Session.class).doReturningWork(work::apply));
        } catch (PersistenceException e) {
            throw new StorageUnavailableException("attempts to sign in cannot be read", e);
        }
    }

    private <T extends @Nullable Object> T run(SqlFunction<T> work) {
        try {
            return transactions.withConnection(work);
        } catch (SQLException e) {
            throw new StorageUnavailableException("attempts to sign in cannot be counted", e);
        }
    }
}
