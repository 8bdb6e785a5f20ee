package org.extenddb.worker;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.extenddb.admin.Job;
import org.extenddb.admin.JobSource;
import org.extenddb.auth.Authenticated;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.iam.Caller;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.model.Region;
import org.extenddb.engine.ClientOrigin;
import org.extenddb.engine.LocalOperations;
import org.extenddb.storage.jpa.sql.Database;
import org.jspecify.annotations.Nullable;

/** Indexes that are being created and deleted. A creation is cancelled as clients do it: UpdateTable deletes the index. */
@SingleInstance
public final class IndexJobSource implements JobSource {
    private static final String LIST =
            "SELECT j.job_id, j.action, t.account, t.region, t.name, j.index_name, j.items, j.entries, j.violations,"
                    + " j.started_at, j.updated_at FROM ddb_index_job AS j JOIN ddb_table AS t ON t.storage_id = j.storage_id"
                    + " ORDER BY j.started_at";

    private static final String CREATION = "SELECT t.account, t.region, t.name, j.index_name FROM ddb_index_job AS j"
            + " JOIN ddb_table AS t ON t.storage_id = j.storage_id WHERE j.job_id = ? AND j.action = 'CREATE'";

    private static final String ID = "index-";
    private static final ClientOrigin HERE = new ClientOrigin("127.0.0.1", true, null, "");

    private final Database database;
    private final LocalOperations operations;

    @Inject
    public IndexJobSource(Database database, LocalOperations operations) {
        this.database = database;
        this.operations = operations;
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
        Creation creation = creation(Long.parseLong(id.substring(ID.length())));
        if (creation == null) {
            return false;
        }
        try {
            operations.call(creation.owner(), HERE, "UpdateTable", creation.deletion());
            return true;
        } catch (DynamoDbException e) {
            // It was done in between, or the table's own policy does not let its owner.
            return false;
        }
    }

    /** An index that is being created. */
    private record Creation(String account, String region, String table, String index) {
        Authenticated owner() {
            return new Authenticated(Caller.root(new AccountId(account), "administrator"), new Region(region));
        }

        /** Names of tables and indexes have no letters that JSON would have to escape. */
        byte[] deletion() {
            return ("{\"TableName\":\"" + table + "\",\"GlobalSecondaryIndexUpdates\":[{\"Delete\":{\"IndexName\":\""
                            + index + "\"}}]}")
                    .getBytes(StandardCharsets.UTF_8);
        }
    }

    private @Nullable Creation creation(long jobId) {
        return database.<@Nullable Creation>read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(CREATION)) {
                select.setLong(1, jobId);
                try (ResultSet row = select.executeQuery()) {
                    return row.next()
                            ? new Creation(row.getString(1), row.getString(2), row.getString(3), row.getString(4))
                            : null;
                }
            }
        });
    }

    private static Job job(ResultSet row) throws SQLException {
        String table = "arn:aws:dynamodb:" + row.getString(4) + ":" + row.getString(3) + ":table/" + row.getString(5);
        return new Job(
                ID + row.getLong(1),
                "INDEX_" + row.getString(2),
                table + "/index/" + row.getString(6),
                "RUNNING",
                row.getLong(7),
                row.getLong(8) + " entries, " + row.getLong(9) + " items left out",
                time(row.getTimestamp(10)),
                time(row.getTimestamp(11)),
                row.getString(2).equals("CREATE"));
    }

    private static Instant time(Timestamp timestamp) {
        return timestamp.toInstant();
    }
}
