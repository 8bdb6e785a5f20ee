package org.extenddb.storage.jpa.item;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.extenddb.core.key.ItemKey;
import org.extenddb.core.key.PartitionHash;
import org.extenddb.core.model.ByteString;
import org.extenddb.core.storage.IndexEntry;
import org.extenddb.core.storage.StorageUnavailableException;
import org.extenddb.core.storage.StoredItem;
import org.extenddb.core.storage.TableChangedException;
import org.extenddb.core.storage.TableLayout;
import org.extenddb.storage.jpa.sql.Database;
import org.extenddb.storage.jpa.sql.SqlStates;
import org.jspecify.annotations.Nullable;

/**
 * Fills and empties the columns of one index slot in rows that are there already, under the definition that the caller knows or not at
 * all. Clients see nothing of it: neither item nor version change. Nobody waits for a row while holding others, so that
 * nobody who wants one of them waits for longer than such a statement takes.
 */
public final class SlotColumns {
    private static final String DEFINED =
            "defined AS MATERIALIZED (SELECT 1 FROM ddb_table AS d WHERE d.storage_id = ? AND d.version = ?)";

    private final Database database;
    private final TableDeltas deltas;

    /** @param deltas told what is added to indexes */
    public SlotColumns(Database database, TableDeltas deltas) {
        this.database = database;
        this.deltas = deltas;
    }

    /**
     * An item's place in the index.
     *
     * @param item as it was read when the entry was made of it
     */
    public record Filled(StoredItem item, IndexEntry entry) {}

    /**
     * How far emptying came.
     *
     * @param last the last row that was looked at; null when there was none left
     * @param looked how many rows were looked at
     * @param rows how many lost an entry
     * @param held how many still have one, since somebody else held them: to be looked at again
     */
    public record Emptied(@Nullable ItemKey last, int looked, int rows, int held) {}

    /**
     * Writes entries of items that are still as they were read; who has written one since has written its entry too.
     *
     * @param wait whether to wait for rows that others hold, which is for single ones
     * @return the positions whose entries were written; null when the database cannot hold one of them, and then none was
     * @throws TableChangedException when the definition is another by now; nothing was written then
     */
    public @Nullable Set<Integer> fill(TableLayout table, int slot, List<Filled> filled, boolean wait) {
        try {
            return database.write(connection -> fill(connection, table, slot, filled, wait ? "" : " SKIP LOCKED"));
        } catch (StorageUnavailableException e) {
            if (SqlStates.isTooLargeForAnIndex(e.getCause())) {
                return null;
            }
            throw e;
        }
    }

    /**
     * Empties the slot in the next rows of a table.
     *
     * @param rows how many rows to look at
     * @throws TableChangedException when the definition is another by now; nothing was written then
     */
    public Emptied empty(TableLayout table, int slot, ItemKey after, int rows) {
        return database.write(connection -> empty(connection, table, slot, after, rows));
    }

    private Set<Integer> fill(Connection connection, TableLayout table, int slot, List<Filled> filled, String orSkip)
            throws SQLException {
        String text = "WITH " + DEFINED
                + ", e AS (SELECT * FROM unnest(?::uuid[], ?::bytea[], ?::bigint[], ?::uuid[], ?::bytea[])"
                + " WITH ORDINALITY AS e (ph, sk, ver, p, s, n)), "
                + "locked AS MATERIALIZED (SELECT i.ph, i.sk, e.p, e.s, e.n, i.sz, i.g" + slot
                + "p IS NULL AS vacant FROM e JOIN ddb_item i"
                + " ON i.table_id = ? AND i.ph = e.ph AND i.sk = e.sk AND i.ver = e.ver WHERE EXISTS (SELECT 1 FROM defined)"
                + " FOR NO KEY UPDATE OF i" + orSkip + "), "
                + "written AS (UPDATE ddb_item i SET " + columns(slot, "l.p", "l.s")
                + " FROM locked l WHERE i.table_id = ? AND i.ph = l.ph AND i.sk = l.sk RETURNING l.n, l.sz, l.vacant)"
                + " SELECT (SELECT count(*) FROM defined), (SELECT coalesce(array_agg(n), '{}') FROM written),"
                + " count(*), coalesce(sum(sz), 0) FROM written WHERE vacant";
        try (PreparedStatement update = connection.prepareStatement(text)) {
            Row.bindDefinition(update, 1, table);
            bind(connection, update, filled);
            update.setInt(8, table.storageId());
            update.setInt(9, table.storageId());
            try (ResultSet row = update.executeQuery()) {
                requireDefined(row, table);
                deltas.added(table.storageId(), slot, row.getLong(3), row.getLong(4));
                return Arrays.stream((Long[]) row.getArray(2).getArray())
                        .map(n -> (int) (n - 1))
                        .collect(Collectors.toSet());
            }
        }
    }

    private static void bind(Connection connection, PreparedStatement update, List<Filled> filled) throws SQLException {
        update.setArray(
                3,
                connection.createArrayOf(
                        "uuid",
                        filled.stream()
                                .map(row -> row.item().key().partition().toUuid())
                                .toArray()));
        update.setArray(
                4,
                connection.createArrayOf(
                        "bytea",
                        filled.stream()
                                .map(row -> row.item().key().sort().sharedArray())
                                .toArray(byte[][]::new)));
        update.setArray(
                5,
                connection.createArrayOf(
                        "int8", filled.stream().map(row -> row.item().version()).toArray()));
        update.setArray(
                6,
                connection.createArrayOf(
                        "uuid",
                        filled.stream()
                                .map(row -> row.entry().partition().toUuid())
                                .toArray()));
        update.setArray(
                7,
                connection.createArrayOf(
                        "bytea",
                        filled.stream()
                                .map(row -> row.entry().sort().sharedArray())
                                .toArray(byte[][]::new)));
    }

    private static Emptied empty(Connection connection, TableLayout table, int slot, ItemKey after, int rows)
            throws SQLException {
        String text = "WITH " + DEFINED + ", seen AS MATERIALIZED (SELECT ph, sk, g" + slot
                + "p IS NOT NULL AS filled FROM ddb_item WHERE table_id = ? AND (ph, sk) > (?, ?)"
                + " ORDER BY ph, sk LIMIT ?), "
                + "locked AS MATERIALIZED (SELECT i.ph, i.sk FROM seen s JOIN ddb_item i"
                + " ON i.table_id = ? AND i.ph = s.ph AND i.sk = s.sk WHERE s.filled AND EXISTS (SELECT 1 FROM defined)"
                + " FOR NO KEY UPDATE OF i SKIP LOCKED), "
                + "emptied AS (UPDATE ddb_item i SET " + columns(slot, "NULL", "NULL")
                + " FROM locked l WHERE i.table_id = ? AND i.ph = l.ph AND i.sk = l.sk RETURNING 1)"
                + " SELECT (SELECT count(*) FROM defined), (SELECT count(*) FROM emptied), (SELECT count(*) FROM seen),"
                + " (SELECT count(*) FROM seen WHERE filled), last.ph, last.sk"
                + " FROM (SELECT 1) AS one LEFT JOIN"
                + " (SELECT ph, sk FROM seen ORDER BY ph DESC, sk DESC LIMIT 1) AS last ON true";
        try (PreparedStatement update = connection.prepareStatement(text)) {
            Row.bindDefinition(update, 1, table);
            update.setInt(3, table.storageId());
            update.setObject(4, after.partition().toUuid());
            update.setBytes(5, after.sort().sharedArray());
            update.setInt(6, rows);
            update.setInt(7, table.storageId());
            update.setInt(8, table.storageId());
            try (ResultSet row = update.executeQuery()) {
                requireDefined(row, table);
                UUID last = row.getObject(5, UUID.class);
                return new Emptied(
                        last == null
                                ? null
                                : new ItemKey(PartitionHash.fromUuid(last), ByteString.owning(row.getBytes(6))),
                        row.getInt(3),
                        row.getInt(2),
                        row.getInt(4) - row.getInt(2));
            }
        }
    }

    private static void requireDefined(ResultSet row, TableLayout table) throws SQLException {
        row.next();
        if (row.getInt(1) == 0) {
            throw new TableChangedException(table);
        }
    }

    private static String columns(int slot, String partition, String sort) {
        return "g" + slot + "p = " + partition + ", g" + slot + "s = " + sort;
    }
}
