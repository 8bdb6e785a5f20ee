package org.extenddb.storage.jpa.stream;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.extenddb.storage.jpa.item.ChangeRecords;
import org.extenddb.storage.jpa.sql.Database;
import org.extenddb.storage.jpa.sql.SqlStates;
import org.extenddb.storage.jpa.sql.Transactions;

/**
 * Takes old records away. Now and then the last sequence number is noted with the time; once a note is old enough, the horizon moves up
 * to its number, and nothing up to there is answered any more. A partition is truncated when the hour that it is of had ended before
 * the note of the horizon was taken: then all its records are behind the horizon.
 */
final class StreamTrimming {
    private static final Logger LOG = System.getLogger(StreamTrimming.class.getName());

    /** At most a mark a minute, more often only where records live shorter than a day; one an hour while nothing is written. */
    private static final String MARK = "INSERT INTO ddb_stream_mark (taken_at, sequence)"
            + " SELECT clock_timestamp(), last_value FROM ddb_stream_sequence WHERE is_called AND (last_value >"
            + " (SELECT coalesce((SELECT sequence FROM ddb_stream_mark ORDER BY taken_at DESC LIMIT 1), 0))"
            + " OR NOT EXISTS (SELECT 1 FROM ddb_stream_mark WHERE taken_at > clock_timestamp() - interval '1 hour'))"
            + " AND NOT EXISTS (SELECT 1 FROM ddb_stream_mark WHERE taken_at > clock_timestamp() - make_interval(secs => ?))"
            + " ON CONFLICT DO NOTHING";

    private static final String HORIZON = "UPDATE ddb_stream_horizon SET sequence = m.sequence, taken_at = m.taken_at"
            + " FROM (SELECT sequence, taken_at FROM ddb_stream_mark"
            + " WHERE taken_at <= clock_timestamp() - make_interval(secs => ?) ORDER BY taken_at DESC LIMIT 1) AS m"
            + " WHERE id = 1 AND ddb_stream_horizon.taken_at < m.taken_at";

    /** The newest one stays, so that a number is not marked a second time. */
    private static final String OLD_MARKS = "DELETE FROM ddb_stream_mark WHERE taken_at <="
            + " (SELECT taken_at FROM ddb_stream_horizon) AND taken_at < (SELECT max(taken_at) FROM ddb_stream_mark)";

    private static final String OLD_SHARDS =
            "DELETE FROM ddb_stream_shard WHERE last_sequence <= (SELECT sequence FROM ddb_stream_horizon)"
                    + " AND closed_at <= clock_timestamp() - make_interval(secs => ?)";

    private static final String OLD_STREAMS = "DELETE FROM ddb_stream s WHERE settled"
            + " AND disabled_at <= clock_timestamp() - make_interval(secs => ?)"
            + " AND NOT EXISTS (SELECT 1 FROM ddb_stream_shard h WHERE h.stream_id = s.stream_id)";

    /**
     * Partitions whose last hour is long over, with the time at which it ended. An hour is left between it and the present one
     * on either side.
     */
    private static final String PAST = "SELECT mod(h - back, " + ChangeRecords.RING + ")::int FROM"
            + " (SELECT floor(extract(epoch FROM clock_timestamp()) / 3600)::bigint AS h) AS now,"
            + " generate_series(2, " + (ChangeRecords.RING - 2) + ") AS back"
            + " WHERE (h - back + 1) * 3600 <= (SELECT extract(epoch FROM taken_at) FROM ddb_stream_horizon)";

    private final Database database;
    private final Transactions transactions;

    StreamTrimming(Database database, Transactions transactions) {
        this.database = database;
        this.transactions = transactions;
    }

    void trim(double seconds) {
        execute(MARK, Math.min(60, seconds / 10));
        execute(HORIZON, seconds);
        execute(OLD_MARKS);
        for (int ring : database.read(StreamTrimming::past)) {
            if (database.read(connection -> isFilled(connection, ring))) {
                truncate(ring);
            }
        }
        execute(OLD_SHARDS, seconds);
        execute(OLD_STREAMS, seconds);
    }

    /** Whoever reads old records is waited for, shortly; and what is past is looked at again once nobody can write. */
    private void truncate(int ring) {
        try {
            transactions.withConnection(connection -> {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("SET LOCAL lock_timeout = 300");
                    statement.execute("LOCK TABLE ddb_stream_record_" + ring + " IN ACCESS EXCLUSIVE MODE");
                    if (past(connection).contains(ring)) {
                        statement.execute("TRUNCATE ddb_stream_record_" + ring);
                    }
                }
                return ring;
            });
        } catch (SQLException e) {
            if (!SqlStates.isConflict(e)) {
                LOG.log(Level.WARNING, "EXDB0321W: Old stream records were not removed; this will be tried again.", e);
            }
        }
    }

    private static List<Integer> past(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(PAST);
                ResultSet row = select.executeQuery()) {
            List<Integer> past = new ArrayList<>();
            while (row.next()) {
                past.add(row.getInt(1));
            }
            return past;
        }
    }

    private static boolean isFilled(Connection connection, int ring) throws SQLException {
        try (Statement select = connection.createStatement();
                ResultSet row = select.executeQuery("SELECT EXISTS (SELECT 1 FROM ddb_stream_record_" + ring + ")")) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private void execute(String text, double... parameters) {
        database.write(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(text)) {
                for (int i = 0; i < parameters.length; i++) {
                    statement.setDouble(i + 1, parameters[i]);
                }
                return statement.executeUpdate();
            }
        });
    }
}
