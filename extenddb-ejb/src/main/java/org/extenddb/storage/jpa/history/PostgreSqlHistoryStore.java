package org.extenddb.storage.jpa.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.extenddb.core.key.ItemKey;
import org.extenddb.core.model.TableDefinition;
import org.extenddb.core.storage.HistoryStore;
import org.extenddb.core.storage.ItemVersion;
import org.extenddb.core.storage.StreamRecord.Image;
import org.extenddb.storage.jpa.item.WriteBarrier;
import org.extenddb.storage.jpa.sql.Database;
import org.extenddb.storage.jpa.sql.Transactions;
import org.jspecify.annotations.Nullable;

/** The past in PostgreSQL: {@code ddb_item_history}. */
public final class PostgreSqlHistoryStore implements HistoryStore {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Whoever stops a number takes it for himself: one that was given to a write that is rolled back may be given again. */
    private static final String NUMBER = "SELECT nextval('ddb_history_sequence')";

    private static final String HOLD =
            "INSERT INTO ddb_history_hold (holder, storage_id, held_at) SELECT ?, t.storage_id, clock_timestamp()"
                    + " FROM ddb_table t WHERE t.storage_id = ? FOR KEY SHARE"
                    + " ON CONFLICT (holder) DO UPDATE SET storage_id = excluded.storage_id";

    private static final String HOLDERS = "SELECT holder FROM ddb_history_hold"
            + " WHERE held_at <= clock_timestamp() - make_interval(secs => ?) ORDER BY held_at";

    private final Database database;
    private final WriteBarrier itemWriters;
    private final WriteBarrier historyWriters;
    private final ItemPast past;
    private final HistoryTrimming trimming;

    public PostgreSqlHistoryStore(Database database, Transactions transactions) {
        this.database = database;
        this.itemWriters = new WriteBarrier(database);
        this.historyWriters = new WriteBarrier(database, "ddb_item_history");
        this.past = new ItemPast(database);
        this.trimming = new HistoryTrimming(database, transactions);
    }

    @Override
    public Instant now() {
        return database.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT clock_timestamp()");
                    ResultSet row = select.executeQuery()) {
                row.next();
                return row.getObject(1, OffsetDateTime.class).toInstant();
            }
        });
    }

    @Override
    public @Nullable Instant settle() {
        return itemWriters.await(PATIENCE) ? now() : null;
    }

    @Override
    public @Nullable Image at(TableDefinition table, ItemKey key, Instant time) {
        return past.at(table.storageId(), key, time, now());
    }

    @Override
    public List<ItemVersion> versions(
            TableDefinition table, ItemKey key, Instant from, @Nullable Instant ended, int limit) {
        return past.versions(table.storageId(), key, new ItemPast.Span(from, ended, now()), limit);
    }

    /**
     * A number is stopped first; those who may have smaller ones are waited for. What has one up to it is visible then, or never will
     * be: the first change after the time is known, and everything before it.
     */
    @Override
    public @Nullable Cut cut(int storageId, Instant time) {
        long stopped = database.write(connection -> {
            try (PreparedStatement select = connection.prepareStatement(NUMBER);
                    ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        });
        if (!historyWriters.await(PATIENCE)) {
            return null;
        }
        String text = "SELECT coalesce(min(sequence), ?) FROM ddb_item_history WHERE table_id = ? AND sequence < ?"
                + " AND replaced_at > ? AND ring IN " + Days.from(time, now());
        return database.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(text)) {
                select.setLong(1, stopped);
                select.setInt(2, storageId);
                select.setLong(3, stopped);
                select.setObject(4, time.atOffset(ZoneOffset.UTC));
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    return new Cut(row.getLong(1), time);
                }
            }
        });
    }

    /** Whoever deletes the table waits for this, or is waited for: its items are cleared after looking for holds. */
    @Override
    public boolean hold(int storageId, String holder) {
        return database.write(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(HOLD)) {
                insert.setString(1, holder);
                insert.setInt(2, storageId);
                return insert.executeUpdate() == 1;
            }
        });
    }

    @Override
    public void release(String holder) {
        database.write(connection -> {
            try (PreparedStatement delete =
                    connection.prepareStatement("DELETE FROM ddb_history_hold WHERE holder = ?")) {
                delete.setString(1, holder);
                return delete.executeUpdate();
            }
        });
    }

    @Override
    public List<String> holders(Duration age) {
        return database.read(connection -> holders(connection, age));
    }

    private static List<String> holders(Connection connection, Duration age) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(HOLDERS)) {
            select.setDouble(1, age.toSeconds());
            List<String> holders = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    holders.add(row.getString(1));
                }
            }
            return holders;
        }
    }

    @Override
    public void trim() {
        trimming.trim();
    }
}
