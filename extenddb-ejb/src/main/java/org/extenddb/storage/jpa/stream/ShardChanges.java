package org.extenddb.storage.jpa.stream;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.extenddb.core.storage.StorageUnavailableException;
import org.extenddb.storage.jpa.sql.SqlFunction;
import org.extenddb.storage.jpa.sql.Transactions;

/**
 * Opens and closes shards of a stream, under the lock of its row. Which shard a record is in is told by its sequence number alone, so
 * writers know nothing of shards; the end of one is a number that no record has. Closing takes two transactions: one that tells readers, and one that chooses the end.
 */
final class ShardChanges {
    private static final String LOCK =
            "SELECT buckets, disabled_at IS NULL, settled FROM ddb_stream WHERE stream_id = ? FOR UPDATE";

    private static final String OPEN =
            "INSERT INTO ddb_stream_shard (stream_id, shard, bucket, parent, created_at, after_sequence)"
                    + " SELECT s.stream_id, coalesce(p.next, 0) + n, n, o.shard, date_trunc('milliseconds', clock_timestamp()),"
                    + " coalesce(o.last_sequence, (" + Watermark.LAST + "))"
                    + " FROM ddb_stream s CROSS JOIN generate_series(0, s.buckets - 1) AS n"
                    + " CROSS JOIN (SELECT max(shard) + 1 AS next FROM ddb_stream_shard WHERE stream_id = ?) AS p"
                    + " LEFT JOIN ddb_stream_shard o ON o.stream_id = s.stream_id AND o.bucket = n AND o.shard >= p.next - s.buckets"
                    + " WHERE s.stream_id = ?";

    private static final String CLOSING =
            "UPDATE ddb_stream_shard SET closing = true WHERE stream_id = ? AND last_sequence IS NULL";

    private static final String CLOSE = "UPDATE ddb_stream_shard SET last_sequence ="
            + " nextval('ddb_stream_sequence'), closing = false, closed_at = clock_timestamp() WHERE stream_id = ? AND last_sequence IS NULL";

    private static final String SETTLED = "UPDATE ddb_stream SET settled = true WHERE stream_id = ?";

    private static final String DUE =
            "SELECT DISTINCT s.stream_id FROM ddb_stream_shard h JOIN ddb_stream s USING (stream_id)"
                    + " WHERE h.last_sequence IS NULL AND h.created_at <= clock_timestamp() - make_interval(secs => ?)"
                    + " AND s.settled AND s.disabled_at IS NULL ORDER BY s.stream_id";

    private final Transactions transactions;

    ShardChanges(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Once no writer is left that does not know whether the stream is enabled. */
    void settle(int streamId) {
        run(connection -> {
            Stream stream = lock(connection, streamId);
            return stream.there() && !stream.settled() ? execute(connection, CLOSING, streamId) : 0;
        });
        run(connection -> {
            Stream stream = lock(connection, streamId);
            if (stream.there() && !stream.settled()) {
                execute(connection, CLOSE, streamId);
                if (stream.enabled() && StreamRows.shards(connection, streamId).isEmpty()) {
                    execute(connection, OPEN, streamId, streamId);
                }
                execute(connection, SETTLED, streamId);
            }
            return 0;
        });
    }

    /** Closes the open shards that are old enough and opens their children. */
    int rotate(double seconds) {
        List<Integer> due = run(connection -> due(connection, seconds));
        for (int streamId : due) {
            run(connection -> isDue(connection, streamId, seconds) ? execute(connection, CLOSING, streamId) : 0);
            run(connection -> {
                if (isDue(connection, streamId, seconds)) {
                    execute(connection, CLOSE, streamId);
                    execute(connection, OPEN, streamId, streamId);
                }
                return 0;
            });
        }
        return due.size();
    }

    /** With the stream locked. */
    private static boolean isDue(Connection connection, int streamId, double seconds) throws SQLException {
        Stream stream = lock(connection, streamId);
        return stream.enabled() && stream.settled() && due(connection, seconds).contains(streamId);
    }

    private record Stream(boolean there, boolean enabled, boolean settled) {}

    private static Stream lock(Connection connection, int streamId) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
            lock.setInt(1, streamId);
            try (ResultSet row = lock.executeQuery()) {
                return row.next()
                        ? new Stream(true, row.getBoolean(2), row.getBoolean(3))
                        : new Stream(false, false, false);
            }
        }
    }

    private static List<Integer> due(Connection connection, double seconds) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(DUE)) {
            select.setDouble(1, seconds);
            List<Integer> due = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    due.add(row.getInt(1));
                }
            }
            return due;
        }
    }

    private static int execute(Connection connection, String text, int... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(text)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setInt(i + 1, parameters[i]);
            }
            return statement.executeUpdate();
        }
    }

    private <T> T run(SqlFunction<T> work) {
        try {
            return transactions.withConnection(work);
        } catch (SQLException e) {
            throw new StorageUnavailableException("shards were not changed: " + e.getMessage(), e);
        }
    }
}
