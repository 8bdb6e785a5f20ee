package org.extenddb.storage.jpa.item;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/**
 * Keeps what items of tables with point-in-time recovery were, by the statement that changes them or in its transaction. A number is
 * taken when the row is locked, so that numbers rise with the changes of an item, and when the statement holds its lock on {@code
 * ddb_item_history}, by which readers know that it is under way. Whether anything is kept is what {@code ddb_table} says in the statement's
 * own snapshot, like the version of the definition (ADR 14).
 */
public final class HistoryRecords {
    /** Partitions of ddb_item_history, one for each day. */
    public static final int RING = 40;

    private static final String NUMBER = "nextval('ddb_history_sequence')";
    private static final String TIME = "clock_timestamp()";

    /**
     * Keeps what a relation {@code changes} tells: table_id, ph, sk, old_size, old_item, new_item, the images null where the item was
     * or is absent.
     */
    static final String KEEP = keep(NUMBER, TIME, false);

    /** The same for what was removed because it had expired. */
    static final String KEEP_EXPIRED = keep(NUMBER, TIME, true);

    /** One number and one time for all changes of a transaction: a state has all of them or none. */
    private static final String KEEP_ALL = "WITH changes AS (SELECT * FROM"
            + " unnest(?::int[], ?::uuid[], ?::bytea[], ?::int[], ?::bytea[], ?::int[], ?::bytea[])"
            + " AS u (table_id, ph, sk, old_size, old_item, new_size, new_item)) "
            + keep("(SELECT " + NUMBER + ")", "(SELECT " + TIME + ")", false);

    private HistoryRecords() {}

    private static String keep(String number, String time, boolean byService) {
        return "INSERT INTO ddb_item_history (ring, table_id, ph, sk, sequence, replaced_at, by_service, old_size, old_item)"
                + " SELECT mod(floor(extract(epoch FROM clock_timestamp()) / 86400)::bigint, " + RING + ")::int,"
                + " c.table_id, c.ph, c.sk, " + number + ", " + time + ", " + byService
                + ", c.old_size, c.old_item FROM changes AS c JOIN ddb_table AS d ON d.storage_id = c.table_id"
                + " WHERE d.kept AND c.old_item IS DISTINCT FROM c.new_item";
    }

    /** Keeps what a transaction has replaced, which has written already and so holds all its rows. */
    static void keep(Connection connection, List<WrittenChange> changes) throws SQLException {
        List<WrittenChange> kept = changes.stream()
                .filter(change -> change.address().table().kept())
                .toList();
        if (!kept.isEmpty()) {
            try (PreparedStatement insert = connection.prepareStatement(KEEP_ALL)) {
                WrittenChange.bind(connection, insert, kept);
                insert.executeUpdate();
            }
        }
    }
}
