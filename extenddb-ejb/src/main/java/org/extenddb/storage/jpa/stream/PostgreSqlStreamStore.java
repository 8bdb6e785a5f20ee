package org.extenddb.storage.jpa.stream;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.model.Region;
import org.extenddb.core.model.TableAddress;
import org.extenddb.core.storage.RecordPage;
import org.extenddb.core.storage.StoredStream;
import org.extenddb.core.storage.StreamShard;
import org.extenddb.core.storage.StreamStore;
import org.extenddb.storage.jpa.item.WriteBarrier;
import org.extenddb.storage.jpa.sql.Database;
import org.extenddb.storage.jpa.sql.Transactions;
import org.jspecify.annotations.Nullable;

/** Streams in PostgreSQL: {@code ddb_stream_record} and what tells of it. */
public final class PostgreSqlStreamStore implements StreamStore {
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration SETTLING = Duration.ofSeconds(10);
    private static final double MILLIS = 1_000;

    private static final String FIND = StreamRows.STREAMS + " AND table_name = ? AND created_at = ?";

    private static final String OF_TABLE =
            StreamRows.STREAMS + " AND table_name = ? AND created_at > ? ORDER BY table_name, created_at LIMIT ?";

    private static final String OF_ALL =
            StreamRows.STREAMS + " AND (table_name, created_at) > (?, ?) ORDER BY table_name, created_at LIMIT ?";

    private static final String UNSETTLED = "SELECT stream_id FROM ddb_stream WHERE NOT settled ORDER BY stream_id";

    private static final String HORIZON = "SELECT sequence FROM ddb_stream_horizon";

    private final Database database;
    private final WriteBarrier barrier;
    private final ShardChanges shards;
    private final StreamTrimming trimming;
    private final RecordReads reads;

    public PostgreSqlStreamStore(Database database, Transactions transactions) {
        this.database = database;
        this.barrier = new WriteBarrier(database);
        this.shards = new ShardChanges(transactions);
        this.trimming = new StreamTrimming(database, transactions);
        this.reads = new RecordReads(database, new Watermark(database, PATIENCE));
    }

    @Override
    public @Nullable StoredStream find(TableAddress table, Instant createdAt) {
        return database.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(FIND)) {
                select.setString(1, table.account().value());
                select.setString(2, table.region().value());
                select.setString(3, table.tableName());
                select.setObject(4, createdAt.atOffset(ZoneOffset.UTC));
                return StreamRows.streams(select).stream().findFirst().orElse(null);
            }
        });
    }

    @Override
    public List<StoredStream> list(
            AccountId account, Region region, @Nullable String tableName, @Nullable StreamPlace after, int limit) {
        StreamPlace from = after == null ? new StreamPlace("", Instant.EPOCH) : after;
        if (tableName != null && tableName.compareTo(from.tableName()) < 0) {
            return List.of();
        }
        boolean fromStart = tableName != null && !tableName.equals(from.tableName());
        return database.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(tableName == null ? OF_ALL : OF_TABLE)) {
                select.setString(1, account.value());
                select.setString(2, region.value());
                select.setString(3, tableName == null ? from.tableName() : tableName);
                Instant createdAt = fromStart ? Instant.EPOCH : from.createdAt();
                select.setObject(4, createdAt.atOffset(ZoneOffset.UTC));
                select.setInt(5, limit);
                return StreamRows.streams(select);
            }
        });
    }

    @Override
    public boolean settle(int streamId) {
        if (!barrier.await(SETTLING)) {
            return false;
        }
        shards.settle(streamId);
        return true;
    }

    @Override
    public List<Integer> unsettled() {
        return database.read(PostgreSqlStreamStore::unsettled);
    }

    private static List<Integer> unsettled(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(UNSETTLED);
                ResultSet row = select.executeQuery()) {
            List<Integer> unsettled = new ArrayList<>();
            while (row.next()) {
                unsettled.add(row.getInt(1));
            }
            return unsettled;
        }
    }

    @Override
    public List<StreamShard> shards(int streamId) {
        return database.read(connection -> StreamRows.shards(connection, streamId));
    }

    @Override
    public long lastSequence() {
        return Watermark.last(database);
    }

    @Override
    public long horizon() {
        return database.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(HORIZON);
                    ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    @Override
    public RecordPage read(StreamShard shard, long after, int limit, long maxBytes) {
        return reads.read(shard, after, limit, maxBytes);
    }

    @Override
    public int rotate(Duration age) {
        return shards.rotate(age.toMillis() / MILLIS);
    }

    @Override
    public void trim(Duration age) {
        trimming.trim(age.toMillis() / MILLIS);
    }
}
