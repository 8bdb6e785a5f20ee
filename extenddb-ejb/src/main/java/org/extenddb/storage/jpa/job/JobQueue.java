package org.extenddb.storage.jpa.job;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import org.extenddb.core.job.Job;
import org.extenddb.core.job.JobFailure;
import org.extenddb.core.job.JobProgress;
import org.extenddb.core.job.JobState;
import org.extenddb.storage.jpa.sql.Database;
import org.extenddb.storage.jpa.sql.StoredText;
import org.jspecify.annotations.Nullable;

/** The table {@code ddb_job}, as servers see it that do jobs: at most one holds a job at a time, by the database's clock. */
public final class JobQueue {
    private static final String DUE = "SELECT job_id FROM ddb_job WHERE state IN ('QUEUED', 'RUNNING')"
            + " AND due_at <= now() AND (held_until IS NULL OR held_until < now()) AND kind = ANY(?)";

    /** Whoever has waited longest has the next turn. */
    private static final String CLAIM = "UPDATE ddb_job SET state = 'RUNNING', holder = ?,"
            + " held_until = now() + make_interval(secs => ?), started_at = coalesce(started_at, now()),"
            + " attempts = attempts + 1 WHERE job_id = (" + DUE
            + " AND job_id <> ALL(?) ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED) RETURNING " + JobRows.COLUMNS;

    private static final String HELD = " WHERE job_id = ? AND holder = ? AND state = 'RUNNING'";

    private static final String RENEW =
            "UPDATE ddb_job SET held_until = now() + make_interval(secs => ?)" + HELD + " RETURNING " + JobRows.COLUMNS;

    private static final String CHECKPOINT = "UPDATE ddb_job SET held_until = now() + make_interval(secs => ?),"
            + " checkpoint = ?, done = ?, total = ?, bytes = ?, attempts = 0" + HELD + " RETURNING " + JobRows.COLUMNS;

    private static final String RELEASE = "UPDATE ddb_job SET holder = NULL, held_until = NULL,"
            + " due_at = now() + make_interval(secs => ?), attempts = CASE WHEN ? THEN 0 ELSE attempts END" + HELD;

    private static final String END =
            "UPDATE ddb_job SET holder = NULL, held_until = NULL, state = ?, failure_code = ?,"
                    + " failure_message = ?, ended_at = now()" + HELD;

    private static final String FORGET =
            "DELETE FROM ddb_job WHERE ended_at < now() - make_interval(secs => ?) AND kind = ANY(?)";

    private final Database database;
    private final String holder;
    private final Duration lease;

    /**
     * A server's hold on jobs.
     *
     * @param holder this server, and no other
     * @param lease for how long a job is another server's after its last sign of life
     */
    public JobQueue(Database database, String holder, Duration lease) {
        this.database = database;
        this.holder = holder;
        this.lease = lease;
    }

    /** Whether there is a job that a server could take up now. */
    public boolean isAnyDue(Set<String> kinds) {
        return database.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT EXISTS (" + DUE + ")")) {
                select.setArray(1, connection.createArrayOf("text", kinds.toArray()));
                try (ResultSet row = select.executeQuery()) {
                    return row.next() && row.getBoolean(1);
                }
            }
        });
    }

    /**
     * Takes up a job that is due, or goes on with one whose server died.
     *
     * @param except what this server is at: if its hold on one of them has run out, only another may take it up
     * @return null when there is nothing to do
     */
    public @Nullable Job claim(Set<String> kinds, Set<String> except) {
        return database.write(connection -> {
            try (PreparedStatement claim = connection.prepareStatement(CLAIM)) {
                claim.setString(1, holder);
                claim.setDouble(2, lease.toSeconds());
                claim.setArray(3, connection.createArrayOf("text", kinds.toArray()));
                claim.setArray(4, connection.createArrayOf("text", except.toArray()));
                return first(claim);
            }
        });
    }

    /**
     * Keeps a job.
     *
     * @return the job as it is now; null when it is no longer this server's
     */
    public @Nullable Job renew(String id) {
        return database.write(connection -> {
            try (PreparedStatement renew = connection.prepareStatement(RENEW)) {
                renew.setDouble(1, lease.toSeconds());
                held(renew, 2, id);
                return first(renew);
            }
        });
    }

    /**
     * Keeps a job, and how far it has come.
     *
     * @return the job as it is now; null when it is no longer this server's, and nothing was changed
     */
    public @Nullable Job checkpoint(String id, @Nullable String checkpoint, JobProgress progress) {
        return database.write(connection -> {
            try (PreparedStatement update = connection.prepareStatement(CHECKPOINT)) {
                update.setDouble(1, lease.toSeconds());
                update.setString(2, checkpoint);
                update.setLong(3, progress.done());
                update.setLong(4, progress.total());
                update.setLong(5, progress.bytes());
                held(update, 6, id);
                return first(update);
            }
        });
    }

    /**
     * Gives a job back, to be gone on with.
     *
     * @param well whether the attempt was a good one
     */
    public void release(String id, Duration delay, boolean well) {
        database.write(connection -> {
            try (PreparedStatement release = connection.prepareStatement(RELEASE)) {
                release.setDouble(1, delay.toMillis() / 1_000.0);
                release.setBoolean(2, well);
                held(release, 3, id);
                return release.executeUpdate();
            }
        });
    }

    /**
     * Ends a job for good.
     *
     * @return false when it is no longer this server's
     */
    public boolean end(String id, JobState state, @Nullable JobFailure failure) {
        return database.write(connection -> {
            try (PreparedStatement end = connection.prepareStatement(END)) {
                end.setString(1, state.name());
                end.setString(2, failure == null ? null : failure.code());
                end.setString(3, failure == null ? null : StoredText.encode(failure.message()));
                held(end, 4, id);
                return end.executeUpdate() == 1;
            }
        });
    }

    /** Forgets jobs that ended longer ago than this. */
    public int forget(Set<String> kinds, Duration age) {
        return database.write(connection -> {
            try (PreparedStatement forget = connection.prepareStatement(FORGET)) {
                forget.setDouble(1, age.toSeconds());
                forget.setArray(2, connection.createArrayOf("text", kinds.toArray()));
                return forget.executeUpdate();
            }
        });
    }

    private void held(PreparedStatement statement, int at, String id) throws SQLException {
        statement.setString(at, id);
        statement.setString(at + 1, holder);
    }

    private static @Nullable Job first(PreparedStatement statement) throws SQLException {
        return JobRows.read(statement).stream().findFirst().orElse(null);
    }
}
