package org.extenddb.storage.jpa.sql;

import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What PostgreSQL's SQLSTATE codes mean to us. */
public final class SqlStates {
    private static final String LOCK_NOT_AVAILABLE = "55P03"; // NOWAIT or lock_timeout

    private static final Set<String> CONFLICTS = Set.of(
            LOCK_NOT_AVAILABLE,
            "23505", // unique_violation: the key was inserted meanwhile
            "40P01", // deadlock_detected
            "40001"); // serialization_failure

    private static final String PROGRAM_LIMIT_EXCEEDED = "54000";

    private SqlStates() {}

    /** An index cannot hold an entry that large; the statement took no effect. */
    public static boolean isTooLargeForAnIndex(@Nullable Throwable e) {
        return e instanceof SQLException sql && PROGRAM_LIMIT_EXCEEDED.equals(sql.getSQLState());
    }

    /** Another writer was in the way; the statement took no effect and can be repeated. */
    public static boolean isConflict(SQLException e) {
        return e.getSQLState() != null && CONFLICTS.contains(e.getSQLState());
    }

    /** Another transaction held a row for too long; the statement took no effect. */
    public static boolean isLockTimeout(SQLException e) {
        return LOCK_NOT_AVAILABLE.equals(e.getSQLState());
    }

    /** What failed so may have been done nevertheless: it was not the database that said so. */
    public static boolean mayHaveTakenEffect(@Nullable Throwable e) {
        return !(e instanceof SQLException sql) || isConnectionFailure(sql);
    }

    /** The connection broke or never came to be: it says nothing about the statement. */
    public static boolean isConnectionFailure(SQLException e) {
        String state = e.getSQLState();
        return state != null && (state.startsWith("08") || state.startsWith("57P"));
    }

    /** Whether something else wraps such a failure, as the persistence provider does. */
    public static boolean isCausedByConnectionFailure(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && isConnectionFailure(sql)) {
                return true;
            }
        }
        return false;
    }
}
