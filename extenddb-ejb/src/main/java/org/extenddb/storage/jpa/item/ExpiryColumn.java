package org.extenddb.storage.jpa.item;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.extenddb.core.storage.StoredItem;
import org.extenddb.core.storage.TableChangedException;
import org.extenddb.core.storage.TableLayout;
import org.extenddb.storage.jpa.sql.Database;
import org.jspecify.annotations.Nullable;

/** The times at which items expire: brings them into step with a table's time to live, and removes what has expired. */
public final class ExpiryColumn {
    private static final String DEFINED =
            "defined AS MATERIALIZED (SELECT 1 FROM ddb_table AS d WHERE d.storage_id = ? AND d.version = ?)";

    private static final String NOW = "floor(extract(epoch FROM clock_timestamp()))::bigint";

    /** The same for a whole statement: only what does not change within one bounds the part of an index that is read. */
    private static final String STATEMENT_NOW = "floor(extract(epoch FROM statement_timestamp()))::bigint";

    /** DynamoDB leaves items alone that expired more than five years ago. */
    private static final String FIVE_YEARS_AGO = STATEMENT_NOW + " - 5 * 365 * 86400";

    /** Rows that nobody holds, oldest first, of tables whose rows are all in step. */
    static final String DUE = "SELECT i.table_id, i.ph, i.sk FROM ddb_item i"
            + " JOIN ddb_table t ON t.storage_id = i.table_id AND t.ttl_enabled AND t.status <> 'DELETING'"
            + " JOIN ddb_expiry_job j ON j.storage_id = i.table_id AND j.filled AND j.changed_at = t.ttl_changed_at"
            + " WHERE i.exp < " + STATEMENT_NOW + " AND i.exp > " + FIVE_YEARS_AGO
            + " ORDER BY i.exp LIMIT ? FOR UPDATE OF i SKIP LOCKED";

    /** What was written meanwhile, and no longer has expired, is seen once the row is locked. */
    private static final String REMOVE = "WITH due AS MATERIALIZED (" + DUE + "),"
            + " removed AS (DELETE FROM ddb_item i USING due WHERE i.table_id = due.table_id AND i.ph = due.ph"
            + " AND i.sk = due.sk AND i.exp < " + NOW + " RETURNING i.table_id, i.ph, i.sk, i.sz, i.item, "
            + Footprint.sql("i") + " AS was),"
            + " changes AS (SELECT table_id, ph, sk, sz AS old_size, item AS old_item, NULL::int AS new_size,"
            + " NULL::bytea AS new_item FROM removed),"
            + " recorded AS (" + ChangeRecords.RECORD_EXPIRY + "), past AS ("
            + HistoryRecords.KEEP_EXPIRED + ") SELECT table_id, was FROM removed";

    private final Database database;
    private final TableDeltas deltas;

    /** @param deltas told what is removed */
    public ExpiryColumn(Database database, TableDeltas deltas) {
        this.database = database;
        this.deltas = deltas;
    }

    /**
     * An item and when it expires.
     *
     * @param item as it was read
     * @param expiresAt in epoch seconds; null for never
     */
    public record Expiring(StoredItem item, @Nullable Long expiresAt) {}

    /**
     * Writes the times of items that are still as they were read; who has written one since has written its time too. Clients see
     * nothing of it: neither item nor version change.
     *
     * @param wait whether to wait for rows that others hold, which is for single ones
     * @return the positions of those that were written
     * @throws TableChangedException when the definition is another by now; nothing was written then
     */
    public Set<Integer> fill(TableLayout table, List<Expiring> rows, boolean wait) {
        return database.write(connection -> fill(connection, table, rows, wait ? "" : " SKIP LOCKED"));
    }

    /**
     * Removes items that have expired, and records it in their tables' streams. Servers that do it at once take different ones.
     *
     * @param limit at most so many
     * @return how many
     */
    public int removeExpired(int limit) {
        return database.write(connection -> {
            try (PreparedStatement remove = connection.prepareStatement(REMOVE)) {
                remove.setInt(1, limit);
                int removed = 0;
                try (ResultSet row = remove.executeQuery()) {
                    while (row.next()) {
                        deltas.changed(row.getInt(1), row.getLong(2), Footprint.ABSENT);
                        removed++;
                    }
                }
                return removed;
            }
        });
    }

    private static Set<Integer> fill(Connection connection, TableLayout table, List<Expiring> rows, String orSkip)
            throws SQLException {
        String text =
                "WITH " + DEFINED + ", e AS (SELECT * FROM unnest(?::uuid[], ?::bytea[], ?::bigint[], ?::bigint[])"
                        + " WITH ORDINALITY AS e (ph, sk, ver, exp, n)), "
                        + "locked AS MATERIALIZED (SELECT i.ph, i.sk, e.exp, e.n FROM e JOIN ddb_item i"
                        + " ON i.table_id = ? AND i.ph = e.ph AND i.sk = e.sk AND i.ver = e.ver WHERE EXISTS (SELECT 1 FROM defined)"
                        + " FOR NO KEY UPDATE OF i" + orSkip + "), "
                        + "written AS (UPDATE ddb_item i SET exp = l.exp"
                        + " FROM locked l WHERE i.table_id = ? AND i.ph = l.ph AND i.sk = l.sk RETURNING l.n)"
                        + " SELECT (SELECT count(*) FROM defined), (SELECT coalesce(array_agg(n), '{}') FROM written)";
        try (PreparedStatement update = connection.prepareStatement(text)) {
            Row.bindDefinition(update, 1, table);
            bind(connection, update, rows);
            update.setInt(7, table.storageId());
            update.setInt(8, table.storageId());
            try (ResultSet row = update.executeQuery()) {
                row.next();
                if (row.getInt(1) == 0) {
                    throw new TableChangedException(table);
                }
                return Arrays.stream((Long[]) row.getArray(2).getArray())
                        .map(n -> (int) (n - 1))
                        .collect(Collectors.toSet());
            }
        }
    }

    private static void bind(Connection connection, PreparedStatement update, List<Expiring> rows) throws SQLException {
        Object[] partitions =
                rows.stream().map(row -> row.item().key().partition().toUuid()).toArray();
        byte[][] sorts =
                rows.stream().map(row -> row.item().key().sort().sharedArray()).toArray(byte[][]::new);
        update.setArray(3, connection.createArrayOf("uuid", partitions));
        update.setArray(4, connection.createArrayOf("bytea", sorts));
        update.setArray(
                5,
                connection.createArrayOf(
                        "int8", rows.stream().map(row -> row.item().version()).toArray()));
        update.setArray(
                6,
                connection.createArrayOf(
                        "int8", rows.stream().map(Expiring::expiresAt).toArray()));
    }
}
