package org.extenddb.storage.jpa.stream;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.model.Region;
import org.extenddb.core.model.StreamViewType;
import org.extenddb.core.model.TableAddress;
import org.extenddb.core.storage.StoredStream;
import org.extenddb.core.storage.StreamShard;
import org.extenddb.storage.jpa.sql.StoredText;

/** Reads streams and shards. */
final class StreamRows {
    static final String STREAMS =
            "SELECT stream_id, account, region, table_name, created_at, view_type, hash_key, range_key,"
                    + " disabled_at FROM ddb_stream WHERE account = ? AND region = ?";

    private static final String SHARDS =
            "SELECT stream_id, shard, bucket, parent, created_at, after_sequence, last_sequence"
                    + " FROM ddb_stream_shard WHERE stream_id = ? ORDER BY shard";

    private StreamRows() {}

    /** All parameters are bound already. */
    static List<StoredStream> streams(PreparedStatement select) throws SQLException {
        List<StoredStream> streams = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                streams.add(stream(row));
            }
        }
        return streams;
    }

    private static StoredStream stream(ResultSet row) throws SQLException {
        return new StoredStream(
                row.getInt(1),
                new TableAddress(new AccountId(row.getString(2)), new Region(row.getString(3)), row.getString(4)),
                time(row, 5),
                StreamViewType.valueOf(row.getString(6)),
                texts(row, 7),
                texts(row, 8),
                row.getObject(9) == null ? null : time(row, 9));
    }

    static List<StreamShard> shards(Connection connection, int streamId) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SHARDS)) {
            select.setInt(1, streamId);
            List<StreamShard> shards = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    shards.add(new StreamShard(
                            row.getInt(1),
                            row.getInt(2),
                            row.getInt(3),
                            row.getObject(4, Integer.class),
                            time(row, 5),
                            row.getLong(6),
                            row.getObject(7, Long.class)));
                }
            }
            return shards;
        }
    }

    static Instant time(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static List<String> texts(ResultSet row, int column) throws SQLException {
        return StoredText.decodeAll((String[]) row.getArray(column).getArray());
    }
}
