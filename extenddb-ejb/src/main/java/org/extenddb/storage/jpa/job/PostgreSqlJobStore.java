package org.extenddb.storage.jpa.job;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import org.extenddb.core.job.Job;
import org.extenddb.core.job.JobFilter;
import org.extenddb.core.job.NewJob;
import org.extenddb.core.model.TableAddress;
import org.extenddb.core.storage.JobStore;
import org.extenddb.storage.jpa.sql.Database;
import org.extenddb.storage.jpa.sql.StoredText;
import org.jspecify.annotations.Nullable;

/** The table {@code ddb_job}, as those see it who want jobs done. */
public final class PostgreSqlJobStore implements JobStore {
    private static final String FORGET_TOKEN = "UPDATE ddb_job SET client_token = NULL WHERE account = ? AND region = ?"
            + " AND kind = ? AND client_token = ? AND created_at < now() - make_interval(secs => ?)";

    private static final String INSERT =
            "INSERT INTO ddb_job (account, region, kind, client_token, job_id, table_name, spec, state, created_at,"
                    + " due_at) VALUES (?, ?, ?, ?, ?, ?, ?, 'QUEUED', ?, now()) ON CONFLICT DO NOTHING";

    private static final String BY_TOKEN = "SELECT " + JobRows.COLUMNS
            + " FROM ddb_job WHERE account = ? AND region = ? AND kind = ? AND client_token = ?";

    private static final String BY_LIVING_TOKEN = BY_TOKEN + " AND created_at >= now() - make_interval(secs => ?)";

    private static final String BY_ID = "SELECT " + JobRows.COLUMNS + " FROM ddb_job WHERE job_id = ?";

    private static final String LIST =
            "SELECT " + JobRows.COLUMNS + " FROM ddb_job WHERE (?::text IS NULL OR account = ?)"
                    + " AND (?::text IS NULL OR region = ?) AND (?::text IS NULL OR table_name = ?)"
                    + " AND (cardinality(?::text[]) = 0 OR kind = ANY(?)) AND (NOT ? OR state IN ('QUEUED', 'RUNNING')) AND (?::text IS NULL OR job_id < ?)"
                    + " ORDER BY job_id DESC LIMIT ?";

    private static final String CANCEL = "UPDATE ddb_job SET cancel_requested = true, due_at = least(due_at, now())"
            + " WHERE job_id = ? AND state IN ('QUEUED', 'RUNNING')";

    private final Database database;

    public PostgreSqlJobStore(Database database) {
        this.database = database;
    }

    @Override
    public Job create(NewJob job) {
        return database.write(connection -> {
            if (job.clientToken() != null) {
                forgetOldToken(connection, job, job.clientToken());
            }
            insert(connection, job);
            List<Job> present = job.clientToken() == null
                    ? select(connection, BY_ID, job.id())
                    : byToken(connection, job, job.clientToken());
            return present.get(0);
        });
    }

    @Override
    public @Nullable Job find(String id) {
        if (!StoredText.isStorable(id)) {
            return null;
        }
        return database.read(connection -> select(connection, BY_ID, id)).stream()
                .findFirst()
                .orElse(null);
    }

    @Override
    public @Nullable Job findByToken(TableAddress owner, String kind, String token) {
        return database.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(BY_LIVING_TOKEN)) {
                int at = owner(select, owner, kind, token);
                select.setDouble(at, TOKEN_LIFETIME.toSeconds());
                return JobRows.read(select).stream().findFirst().orElse(null);
            }
        });
    }

    @Override
    public List<Job> list(JobFilter filter, @Nullable String before, int limit) {
        if (before != null && !StoredText.isStorable(before)) {
            return List.of();
        }
        String account = filter.account() == null ? null : filter.account().value();
        String region = filter.region() == null ? null : filter.region().value();
        String[] kinds = filter.kinds().toArray(String[]::new);
        return database.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(LIST)) {
                int at = twice(select, 1, account);
                at = twice(select, at, region);
                at = twice(select, at, filter.tableName());
                select.setObject(at++, connection.createArrayOf("text", kinds));
                select.setObject(at++, connection.createArrayOf("text", kinds));
                select.setBoolean(at++, filter.open());
                at = twice(select, at, before);
                select.setInt(at, limit);
                return JobRows.read(select);
            }
        });
    }

    @Override
    public boolean requestCancel(String id) {
        return StoredText.isStorable(id)
                && database.write(connection -> {
                    try (PreparedStatement cancel = connection.prepareStatement(CANCEL)) {
                        cancel.setString(1, id);
                        return cancel.executeUpdate() == 1;
                    }
                });
    }

    private static void forgetOldToken(Connection connection, NewJob job, String token) throws SQLException {
        try (PreparedStatement forget = connection.prepareStatement(FORGET_TOKEN)) {
            int at = owner(forget, job, token);
            forget.setDouble(at, TOKEN_LIFETIME.toSeconds());
            forget.executeUpdate();
        }
    }

    private static void insert(Connection connection, NewJob job) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            int at = owner(insert, job, job.clientToken());
            insert.setString(at++, job.id());
            insert.setString(at++, job.table().tableName());
            insert.setString(at++, job.spec());
            insert.setObject(at, job.createdAt().atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        }
    }

    private static List<Job> byToken(Connection connection, NewJob job, String token) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(BY_TOKEN)) {
            owner(select, job, token);
            return JobRows.read(select);
        }
    }

    private static List<Job> select(Connection connection, String text, String parameter) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(text)) {
            select.setString(1, parameter);
            return JobRows.read(select);
        }
    }

    private static int owner(PreparedStatement statement, NewJob job, @Nullable String token) throws SQLException {
        return owner(statement, job.table(), job.kind(), token);
    }

    private static int owner(PreparedStatement statement, TableAddress table, String kind, @Nullable String token)
            throws SQLException {
        statement.setString(1, table.account().value());
        statement.setString(2, table.region().value());
        statement.setString(3, kind);
        statement.setString(4, token == null ? null : StoredText.encode(token));
        return 5;
    }

    private static int twice(PreparedStatement statement, int at, @Nullable String value) throws SQLException {
        statement.setString(at, value);
        statement.setString(at + 1, value);
        return at + 2;
    }
}
