package org.extenddb.storage.jpa.stream;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.extenddb.core.storage.RecordPage;
import org.extenddb.core.storage.StreamRecord;
import org.extenddb.core.storage.StreamRecord.Event;
import org.extenddb.core.storage.StreamRecord.Image;
import org.extenddb.core.storage.StreamShard;
import org.extenddb.storage.jpa.sql.Database;
import org.jspecify.annotations.Nullable;

/**
 * Reads shards. The watermark is taken first and the shard's end after it: a shard that is open then ends, if it does, beyond the
 * watermark, since its end is chosen after it has been seen to be closing.
 */
final class RecordReads {
    private static final int CLOSING_POLLS = 50;
    private static final long POLL_MILLIS = 10;

    private static final String END =
            "SELECT last_sequence, closing FROM ddb_stream_shard WHERE stream_id = ? AND shard = ?";

    private static final String COLUMNS =
            "sequence, written_at, event, by_service, old_size, old_item, new_size, new_item";

    /** Images are fetched when it is known which rows fit. */
    private static final String RECORDS = "SELECT " + COLUMNS + ", found FROM (SELECT " + COLUMNS
            + ", count(*) OVER () AS found, sum(bytes) OVER (ORDER BY sequence ROWS UNBOUNDED PRECEDING) AS total, bytes"
            + " FROM (SELECT " + COLUMNS
            + ", coalesce(old_size, 0) + coalesce(new_size, 0) AS bytes FROM ddb_stream_record"
            + " WHERE stream_id = ? AND bucket = ? AND sequence > ? AND sequence <= ? ORDER BY sequence LIMIT ?) AS page)"
            + " AS counted WHERE total <= ? OR total = bytes ORDER BY sequence";

    private final Database database;
    private final Watermark watermark;

    RecordReads(Database database, Watermark watermark) {
        this.database = database;
        this.watermark = watermark;
    }

    private record End(@Nullable Long last, boolean closing) {}

    RecordPage read(StreamShard shard, long after, int limit, long maxBytes) {
        if (shard.last() != null && after >= shard.last()) {
            return new RecordPage(List.of(), after, true);
        }
        long settled = watermark.settled();
        End end = end(shard);
        if (end == null || end.closing()) {
            return new RecordPage(List.of(), after, false);
        }
        long to = end.last() == null ? settled : Math.min(settled, end.last());
        if (to <= after) {
            return new RecordPage(List.of(), after, end.last() != null && after >= end.last());
        }
        Rows rows = database.read(connection -> rows(connection, shard, after, to, limit, maxBytes));
        List<StreamRecord> records = rows.records();
        boolean all = records.size() == rows.found() && records.size() < limit;
        long position = all ? to : records.get(records.size() - 1).sequence();
        return new RecordPage(records, position, end.last() != null && position >= end.last());
    }

    /** Whoever closes a shard does so at once; where he died in between another one will. Null for a shard that is gone. */
    private @Nullable End end(StreamShard shard) {
        End end = database.read(connection -> end(connection, shard));
        for (int poll = 0; end != null && end.closing() && poll < CLOSING_POLLS; poll++) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(POLL_MILLIS));
            end = database.read(connection -> end(connection, shard));
        }
        return end;
    }

    private static @Nullable End end(Connection connection, StreamShard shard) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(END)) {
            select.setInt(1, shard.streamId());
            select.setInt(2, shard.number());
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return null;
                }
                Long last = row.getObject(1, Long.class);
                return new End(last, last == null && row.getBoolean(2));
            }
        }
    }

    /** @param found how many there were before those went that do not fit */
    private record Rows(List<StreamRecord> records, int found) {}

    private static Rows rows(Connection connection, StreamShard shard, long after, long to, int limit, long maxBytes)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(RECORDS)) {
            select.setInt(1, shard.streamId());
            select.setInt(2, shard.bucket());
            select.setLong(3, after);
            select.setLong(4, to);
            select.setInt(5, limit);
            select.setLong(6, maxBytes);
            List<StreamRecord> records = new ArrayList<>();
            int found = 0;
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    records.add(record(row));
                    found = row.getInt(9);
                }
            }
            return new Rows(records, found);
        }
    }

    private static StreamRecord record(ResultSet row) throws SQLException {
        return new StreamRecord(
                row.getLong(1),
                StreamRows.time(row, 2),
                Event.valueOf(row.getString(3)),
                image(row, 5),
                image(row, 7),
                row.getBoolean(4));
    }

    private static @Nullable Image image(ResultSet row, int column) throws SQLException {
        byte[] json = row.getBytes(column + 1);
        return json == null ? null : new Image(json, row.getInt(column));
    }
}
