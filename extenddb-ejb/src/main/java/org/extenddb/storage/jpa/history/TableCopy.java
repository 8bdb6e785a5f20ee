package org.extenddb.storage.jpa.history;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.extenddb.core.key.ItemKey;
import org.extenddb.core.key.PartitionHash;
import org.extenddb.core.model.ByteString;
import org.extenddb.core.model.IndexDefinition;
import org.extenddb.core.model.TableDefinition;
import org.extenddb.core.model.TableStatus;
import org.extenddb.core.storage.HistoryStore.Cut;
import org.extenddb.core.storage.TableChangedException;
import org.extenddb.core.storage.TableLayout;
import org.extenddb.storage.jpa.sql.Database;
import org.jspecify.annotations.Nullable;

/**
 * Copies a table as it was at a cut into another one, some keys at a time in key order, by single statements. An item that no change after
 * the cut has replaced is as it was, and is copied within the database with its places in indexes; of the others the first change after
 * the cut has what they were. So each statement brings the same state, whatever is written meanwhile, and none needs a snapshot that
 * lasts.
 *
 * <p>What was replaced is read after what is there now has been copied: an item that is changed in between is found by one of the
 * two, and where by both they bring the same. What is there in the target stays.
 */
public final class TableCopy {
    private static final int KEYS = 2_000;
    private static final long BYTES = 8L << 20;

    private static final String BEHIND = "(%1$s.ph, %1$s.sk) > (?, ?)";
    private static final String WITHIN = BEHIND + " AND (%1$s.ph, %1$s.sk) <= (?, ?)";

    private final Database database;
    private final Cut cut;
    private final int source;
    private final @Nullable TableDefinition target;

    /** Changes after the cut. */
    private final String changes;

    /**
     * A copy.
     *
     * @param source its storage id; the table need not be there any more
     * @param target nobody else writes to it; its indexes are found in the source by their names
     * @param now by the database's clock
     */
    public TableCopy(Database database, int source, Cut cut, TableDefinition target, Instant now) {
        this(database, source, cut, now, target);
    }

    /** For those who only read. */
    public TableCopy(Database database, int source, Cut cut, Instant now) {
        this(database, source, cut, now, null);
    }

    private TableCopy(Database database, int source, Cut cut, Instant now, @Nullable TableDefinition target) {
        this.database = database;
        this.source = source;
        this.cut = cut;
        this.target = target;
        this.changes = "ddb_item_history h WHERE h.table_id = ? AND h.sequence >= ? AND h.ring IN "
                + Days.from(cut.time(), now);
    }

    /**
     * Some keys.
     *
     * @param last the last of them
     * @param keys how many there are, of items that there are or were
     */
    public record Part(ItemKey after, ItemKey last, int keys) {}

    /** An item as it was, which is not so any more. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Past(ItemKey key, byte[] json, int size) {}

    /** How much was copied. */
    public record Copied(long items, long bytes) {}

    /**
     * The next keys, of no more items than fit into a few megabytes.
     *
     * @return null when there are none
     */
    public @Nullable Part next(ItemKey after) {
        String now = "SELECT i.ph, i.sk, i.sz FROM ddb_item i WHERE i.table_id = ? AND " + BEHIND.formatted("i")
                + " ORDER BY i.ph, i.sk LIMIT " + KEYS;
        String past = "SELECT DISTINCT ON (h.ph, h.sk) h.ph, h.sk, coalesce(h.old_size, 0) FROM " + changes + " AND "
                + BEHIND.formatted("h") + " ORDER BY h.ph, h.sk, h.sequence LIMIT " + KEYS;
        String text = "SELECT ph, sk, n FROM (SELECT ph, sk, row_number() OVER w AS n, sum(sz) OVER w AS total FROM"
                + " (SELECT ph, sk, max(sz) AS sz FROM ((" + now + ") UNION ALL (" + past
                + ")) AS both_of_them GROUP BY ph, sk ORDER BY ph, sk LIMIT " + KEYS + ") AS keys"
                + " WINDOW w AS (ORDER BY ph, sk ROWS UNBOUNDED PRECEDING)) AS counted"
                + " WHERE n = 1 OR total <= " + BYTES + " ORDER BY n DESC LIMIT 1";
        return database.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(text)) {
                select.setInt(1, source);
                int at = bindChanges(select, bindKey(select, 2, after));
                bindKey(select, at, after);
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? new Part(after, key(row, 1), row.getInt(3)) : null;
                }
            }
        });
    }

    /**
     * Whether the source's entries in indexes are as good as the target's own: every index of the target is complete there.
     *
     * @param present the source as it is now; null when it is gone
     */
    public boolean hasEntries(@Nullable TableDefinition present) {
        TableDefinition target = Objects.requireNonNull(this.target);
        return present != null
                && present.storageId() == source
                && target.indexes().stream().allMatch(index -> {
                    IndexDefinition there = present.index(index.name());
                    return there != null
                            && there.status() == TableStatus.ACTIVE
                            && there.keySchema().equals(index.keySchema());
                });
    }

    /**
     * Copies the items of a part that are still as they were.
     *
     * @param present the source as it is now, whose entries in indexes are good
     * @return null when the source has another definition by now; nothing was copied then
     * @throws TableChangedException when the target has another definition, and is somebody else's
     */
    public @Nullable Copied copyUnchanged(Part part, TableDefinition present) {
        TableDefinition target = Objects.requireNonNull(this.target);
        List<String> into = new ArrayList<>(List.of("table_id", "ph", "sk", "ver", "sz", "item"));
        List<String> from = new ArrayList<>(List.of("?::int", "i.ph", "i.sk", "i.ver", "i.sz", "i.item"));
        for (IndexDefinition index : target.indexes()) {
            IndexDefinition there = Objects.requireNonNull(present.index(index.name()));
            into.addAll(List.of("g" + index.slot() + "p", "g" + index.slot() + "s"));
            from.addAll(List.of("i.g" + there.slot() + "p", "i.g" + there.slot() + "s"));
        }
        String defined = "SELECT 1 FROM ddb_table d WHERE d.storage_id = ? AND d.version = ?";
        String text = "WITH source AS MATERIALIZED (" + defined + "), target AS MATERIALIZED (" + defined
                + "), copied AS (INSERT INTO ddb_item (" + String.join(", ", into) + ") SELECT "
                + String.join(", ", from)
                + " FROM " + unchanged() + " AND EXISTS (SELECT 1 FROM source) AND EXISTS (SELECT 1 FROM target)"
                + " ON CONFLICT DO NOTHING RETURNING sz)"
                + " SELECT (SELECT count(*) FROM source), (SELECT count(*) FROM target), count(*), coalesce(sum(sz), 0)"
                + " FROM copied";
        return database.write(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(text)) {
                insert.setInt(1, present.storageId());
                insert.setLong(2, present.version());
                insert.setInt(3, target.storageId());
                insert.setLong(4, target.version());
                insert.setInt(5, target.storageId());
                bindUnchanged(insert, 6, part);
                try (ResultSet row = insert.executeQuery()) {
                    row.next();
                    if (row.getInt(2) == 0) {
                        throw new TableChangedException(TableLayout.of(target));
                    }
                    return row.getInt(1) == 0 ? null : new Copied(row.getLong(3), row.getLong(4));
                }
            }
        });
    }

    /** The items of a part that are still as they were, for those who find their places in indexes themselves. */
    public List<Past> unchanged(Part part) {
        String text = "SELECT i.ph, i.sk, i.item, i.sz FROM " + unchanged();
        return database.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(text)) {
                bindUnchanged(select, 1, part);
                return items(select);
            }
        });
    }

    /** The items of a part that are not as they were, as they were. Is called after the others have been read. */
    public List<Past> changed(Part part) {
        String text = "SELECT ph, sk, old_item, old_size FROM (SELECT DISTINCT ON (h.ph, h.sk) h.ph, h.sk, h.old_item,"
                + " h.old_size FROM " + changes + " AND " + WITHIN.formatted("h")
                + " ORDER BY h.ph, h.sk, h.sequence) AS first WHERE old_item IS NOT NULL";
        return database.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(text)) {
                bindPart(select, bindChanges(select, 1), part);
                return items(select);
            }
        });
    }

    /** False when what was replaced in the source is not kept any more, so that a copy could not go on. */
    public boolean isKept() {
        String text = "SELECT NOT EXISTS (SELECT 1 FROM ddb_table WHERE storage_id = ? AND NOT kept)";
        return database.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(text)) {
                select.setInt(1, source);
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    return row.getBoolean(1);
                }
            }
        });
    }

    private String unchanged() {
        return "ddb_item i WHERE i.table_id = ? AND " + WITHIN.formatted("i") + " AND (i.ph, i.sk) NOT IN"
                + " (SELECT h.ph, h.sk FROM " + changes + " AND " + WITHIN.formatted("h") + ")";
    }

    private void bindUnchanged(PreparedStatement statement, int from, Part part) throws SQLException {
        statement.setInt(from, source);
        int at = bindChanges(statement, bindPart(statement, from + 1, part));
        bindPart(statement, at, part);
    }

    private int bindChanges(PreparedStatement statement, int from) throws SQLException {
        statement.setInt(from, source);
        statement.setLong(from + 1, cut.sequence());
        return from + 2;
    }

    private static int bindPart(PreparedStatement statement, int from, Part part) throws SQLException {
        return bindKey(statement, bindKey(statement, from, part.after()), part.last());
    }

    private static int bindKey(PreparedStatement statement, int from, ItemKey key) throws SQLException {
        statement.setObject(from, key.partition().toUuid());
        statement.setBytes(from + 1, key.sort().sharedArray());
        return from + 2;
    }

    private static List<Past> items(PreparedStatement select) throws SQLException {
        List<Past> items = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                items.add(new Past(key(row, 1), row.getBytes(3), row.getInt(4)));
            }
        }
        return items;
    }

    private static ItemKey key(ResultSet row, int from) throws SQLException {
        return new ItemKey(
                PartitionHash.fromUuid(row.getObject(from, UUID.class)), ByteString.owning(row.getBytes(from + 1)));
    }
}
