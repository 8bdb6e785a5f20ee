package org.extenddb.storage.jpa.history;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.extenddb.core.key.ItemKey;
import org.extenddb.core.storage.ItemVersion;
import org.extenddb.core.storage.StreamRecord.Image;
import org.extenddb.storage.jpa.sql.Database;
import org.jspecify.annotations.Nullable;

/**
 * What single items were. An item was, at a time, what the first change after that time has replaced; where there is none, what it is
 * now. What is and what was are read by one statement, so by one snapshot.
 */
final class ItemPast {
    private static final String ITEM = " table_id = ? AND ph = ? AND sk = ?";

    /** Follows all changes. */
    private static final String NOW = "SELECT " + Long.MAX_VALUE + " AS sequence, NULL::timestamptz AS replaced_at,"
            + " false AS by_service, sz, item FROM ddb_item WHERE" + ITEM;

    private final Database database;

    ItemPast(Database database) {
        this.database = database;
    }

    /**
     * A stretch of time.
     *
     * @param ended null for up to now
     */
    record Span(Instant from, @Nullable Instant ended, Instant now) {}

    /** A change, and what it replaced; the time is null for what is there now. */
    private record Row(
            @Nullable Instant replacedAt,
            boolean byService,
            @Nullable Image image) {}

    @Nullable
    Image at(int storageId, ItemKey key, Instant time, Instant now) {
        String text =
                NOW + " UNION ALL (SELECT sequence, replaced_at, by_service, old_size, old_item FROM ddb_item_history"
                        + " WHERE" + ITEM + " AND ring IN " + Days.from(time, now)
                        + " AND replaced_at > ? ORDER BY sequence LIMIT 1) ORDER BY sequence LIMIT 1";
        return database.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(text)) {
                int at = bind(select, bind(select, 1, storageId, key), storageId, key);
                select.setObject(at, time.atOffset(ZoneOffset.UTC));
                List<Row> rows = rows(select);
                return rows.isEmpty() ? null : rows.get(0).image();
            }
        });
    }

    /** The change that began a version is the one before that which ended it. */
    List<ItemVersion> versions(int storageId, ItemKey key, Span span, int limit) {
        List<Row> rows = changes(storageId, key, span, limit);
        List<ItemVersion> versions = new ArrayList<>();
        boolean withNow = span.ended() == null;
        if (withNow && (rows.isEmpty() || rows.get(0).replacedAt() != null)) {
            rows.add(0, new Row(null, false, null)); // absent now
            if (rows.size() == 1) {
                return versions;
            }
        }
        for (int i = 0; i < Math.min(rows.size(), limit); i++) {
            Row began = i + 1 < rows.size() ? rows.get(i + 1) : null;
            versions.add(new ItemVersion(
                    began == null ? null : began.replacedAt(),
                    rows.get(i).replacedAt(),
                    rows.get(i).image(),
                    began != null && began.byService()));
        }
        return versions;
    }

    /** From the newest on, one more than there are to be versions. */
    private List<Row> changes(int storageId, ItemKey key, Span span, int limit) {
        String changes = "SELECT sequence, replaced_at, by_service, old_size, old_item FROM ddb_item_history WHERE"
                + ITEM
                + " AND ring IN " + Days.from(span.from(), span.now()) + " AND replaced_at > ? AND replaced_at <= ?"
                + " ORDER BY sequence DESC LIMIT ?";
        boolean withNow = span.ended() == null;
        String text = withNow ? NOW + " UNION ALL (" + changes + ") ORDER BY sequence DESC" : changes;
        return database.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(text)) {
                int at = withNow ? bind(select, 1, storageId, key) : 1;
                at = bind(select, at, storageId, key);
                select.setObject(at++, span.from().atOffset(ZoneOffset.UTC));
                select.setObject(
                        at++,
                        span.ended() == null ? OffsetDateTime.MAX : span.ended().atOffset(ZoneOffset.UTC));
                select.setInt(at, limit + 1);
                return rows(select);
            }
        });
    }

    private static int bind(PreparedStatement select, int from, int storageId, ItemKey key) throws SQLException {
        select.setInt(from, storageId);
        select.setObject(from + 1, key.partition().toUuid());
        select.setBytes(from + 2, key.sort().sharedArray());
        return from + 3;
    }

    private static List<Row> rows(PreparedStatement select) throws SQLException {
        List<Row> rows = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                OffsetDateTime time = row.getObject(2, OffsetDateTime.class);
                byte[] json = row.getBytes(5);
                rows.add(new Row(
                        time == null ? null : time.toInstant(),
                        row.getBoolean(3),
                        json == null ? null : new Image(json, row.getInt(4))));
            }
        }
        return rows;
    }
}
