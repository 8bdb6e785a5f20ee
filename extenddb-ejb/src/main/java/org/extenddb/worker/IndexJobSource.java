package org.extenddb.worker;

import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.extenddb.admin.Job;
import org.extenddb.admin.JobSource;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.storage.jpa.sql.Database;

/** Indexes that are being created and deleted. UpdateTable cancels a creation, by deleting the index. */
@SingleInstance
public final class IndexJobSource implements JobSource {
    private static final String LIST =
            "SELECT j.job_id, j.action, t.account, t.region, t.name, j.index_name, j.items, j.entries, j.violations,"
                    + " j.started_at, j.updated_at FROM ddb_index_job AS j JOIN ddb_table AS t ON t.storage_id = j.storage_id"
                    + " ORDER BY j.started_at";

    private final Database database;

    @Inject
    public IndexJobSource(Database database) {
        this.database = database;
    }

    @Override
    public List<Job> list() {
        return database.read(connection -> {
            List<Job> jobs = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement(LIST);
                    ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    jobs.add(job(row));
                }
            }
            return jobs;
        });
    }

    @Override
    public boolean cancel(String id) {
        return false;
    }

    private static Job job(ResultSet row) throws SQLException {
        String table = "arn:aws:dynamodb:" + row.getString(4) + ":" + row.getString(3) + ":table/" + row.getString(5);
        return new Job(
                "index-" + row.getLong(1),
                "INDEX_" + row.getString(2),
                table + "/index/" + row.getString(6),
                "RUNNING",
                row.getLong(7),
                row.getLong(8) + " entries, " + row.getLong(9) + " items left out",
                time(row.getTimestamp(10)),
                time(row.getTimestamp(11)),
                false);
    }

    private static Instant time(Timestamp timestamp) {
        return timestamp.toInstant();
    }
}
