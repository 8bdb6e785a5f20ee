package org.extenddb.storage.jpa.history;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.extenddb.core.key.ItemKey;
import org.extenddb.core.key.PartitionHash;
import org.extenddb.core.model.ByteString;
import org.extenddb.core.storage.HistoryStore.Cut;
import org.extenddb.storage.jpa.sql.Database;
import org.jspecify.annotations.Nullable;

/**
 * The items of a table that changed between two cuts, in key order: what each was at the first and at the second, however many times it
 * changed in between. The same answer whenever it is asked for, as long as the past is kept.
 */
public final class ItemChanges {
    /** Two items of 400 KB each: some tens of megabytes at most. */
    private static final int KEYS = 100;

    private final Database database;
    private final int table;
    private final Cut from;
    private final Cut to;
    private final String text;

    /** @param now by the database's clock */
    public ItemChanges(Database database, int table, Cut from, Cut to, Instant now) {
        this.database = database;
        this.table = table;
        this.from = from;
        this.to = to;
        String days = Days.from(from.time(), now);
        this.text = "SELECT k.ph, k.sk, k.changed_at, k.old_item, CASE WHEN later.found THEN later.old_item ELSE"
                + " i.item END AS new_item FROM (SELECT DISTINCT ON (h.ph, h.sk) h.ph, h.sk, h.old_item,"
                + " max(h.replaced_at) OVER (PARTITION BY h.ph, h.sk) AS changed_at FROM ddb_item_history h WHERE"
                + " h.table_id = ? AND h.sequence >= ? AND h.sequence < ? AND h.ring IN "
                + days
                + " AND (h.ph, h.sk) > (?, ?) ORDER BY h.ph, h.sk, h.sequence LIMIT " + KEYS + ") AS k"
                + " LEFT JOIN LATERAL (SELECT true AS found, n.old_item FROM ddb_item_history n WHERE n.table_id = ?"
                + " AND n.ph = k.ph AND n.sk = k.sk AND n.sequence >= ? AND n.ring IN " + days
                + " ORDER BY n.sequence LIMIT 1) AS later ON true"
                + " LEFT JOIN ddb_item i ON i.table_id = ? AND i.ph = k.ph AND i.sk = k.sk ORDER BY k.ph, k.sk";
    }

    /**
     * An item that changed.
     *
     * @param changedAt for the last time between the cuts
     * @param before canonical JSON; null where it was absent
     * @param after canonical JSON; null where it was absent
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Changed(ItemKey key, Instant changedAt, byte @Nullable [] before, byte @Nullable [] after) {}

    /** Some changes behind a key; none at the end. */
    public List<Changed> next(ItemKey after) {
        return database.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(text)) {
                select.setInt(1, table);
                select.setLong(2, from.sequence());
                select.setLong(3, to.sequence());
                select.setObject(4, after.partition().toUuid());
                select.setBytes(5, after.sort().sharedArray());
                select.setInt(6, table);
                select.setLong(7, to.sequence());
                select.setInt(8, table);
                return changes(select);
            }
        });
    }

    private static List<Changed> changes(PreparedStatement select) throws SQLException {
        List<Changed> changes = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                changes.add(new Changed(
                        new ItemKey(
                                PartitionHash.fromUuid(row.getObject(1, UUID.class)),
                                ByteString.owning(row.getBytes(2))),
                        row.getObject(3, OffsetDateTime.class).toInstant(),
                        row.getBytes(4),
                        row.getBytes(5)));
            }
        }
        return changes;
    }
}
