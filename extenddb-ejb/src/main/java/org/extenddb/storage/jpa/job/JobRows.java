package org.extenddb.storage.jpa.job;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.extenddb.core.job.Job;
import org.extenddb.core.job.JobFailure;
import org.extenddb.core.job.JobProgress;
import org.extenddb.core.job.JobState;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.model.Region;
import org.extenddb.core.model.TableAddress;
import org.extenddb.storage.jpa.sql.StoredText;
import org.jspecify.annotations.Nullable;

/** Rows of {@code ddb_job}. */
final class JobRows {
    static final String COLUMNS =
            "job_id, kind, account, region, table_name, spec, state, done, total, bytes, checkpoint,"
                    + " attempts, cancel_requested, failure_code, failure_message, created_at, started_at, ended_at";

    private JobRows() {}

    static List<Job> read(PreparedStatement select) throws SQLException {
        List<Job> jobs = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                jobs.add(read(row));
            }
        }
        return jobs;
    }

    private static Job read(ResultSet row) throws SQLException {
        String failure = row.getString("failure_code");
        return new Job(
                row.getString("job_id"),
                row.getString("kind"),
                new TableAddress(
                        new AccountId(row.getString("account")),
                        new Region(row.getString("region")),
                        row.getString("table_name")),
                row.getString("spec"),
                JobState.valueOf(row.getString("state")),
                new JobProgress(row.getLong("done"), row.getLong("total"), row.getLong("bytes")),
                row.getString("checkpoint"),
                row.getInt("attempts"),
                row.getBoolean("cancel_requested"),
                failure == null ? null : new JobFailure(failure, StoredText.decode(row.getString("failure_message"))),
                times(row));
    }

    private static Job.Times times(ResultSet row) throws SQLException {
        return new Job.Times(
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row, "started_at"),
                instant(row, "ended_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
