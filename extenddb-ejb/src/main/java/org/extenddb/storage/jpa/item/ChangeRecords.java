package org.extenddb.storage.jpa.item;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/**
 * Records what becomes of items of tables with a stream, by the statement that changes the item or in its transaction. A sequence
 * number is taken when the row is locked already, so that numbers rise with the changes of an item; and when the statement holds
 * its lock on {@code ddb_stream_record}, by which readers know that it is under way. Whether there is a stream, and which, is what {@code
 * ddb_table} says in the statement's own snapshot, like the version of the definition (ADR 14).
 */
public final class ChangeRecords {
    /** Partitions of ddb_stream_record, one for each hour. */
    public static final int RING = 28;

    private static final String INTO =
            "INSERT INTO ddb_stream_record (ring, stream_id, bucket, sequence, written_at, event,"
                    + " by_service, old_size, old_item, new_size, new_item)";

    /**
     * Whole where they are of one length: an item whose attributes come in another order has not changed, and this only a reader
     * can tell.
     */
    private static final String OF_ONE_LENGTH = "octet_length(c.old_item) = octet_length(c.new_item)";

    /** What the stream shows of an image; the key in any case, of the new one where there is one. */
    private static final String OLD_IMAGE = "CASE WHEN d.stream_view_type IN ('OLD_IMAGE', 'NEW_AND_OLD_IMAGES') OR "
            + OF_ONE_LENGTH + " THEN c.old_item WHEN c.new_item IS NULL THEN " + key("c.old_item") + " END";

    private static final String NEW_IMAGE = "CASE WHEN d.stream_view_type IN ('NEW_IMAGE', 'NEW_AND_OLD_IMAGES') OR "
            + OF_ONE_LENGTH + " THEN c.new_item WHEN c.old_item IS NULL OR d.stream_view_type = 'KEYS_ONLY' THEN "
            + key("c.new_item") + " END";

    /**
     * Records what a relation {@code changes} tells: table_id, ph, old_size, old_item, new_size, new_item, the images null where the
     * item was or is absent.
     */
    static final String RECORD = record(false);

    /** The same for what was removed because it had expired. */
    public static final String RECORD_EXPIRY = record(true);

    private static final String RECORD_ALL = "WITH changes AS (SELECT * FROM"
            + " unnest(?::int[], ?::uuid[], ?::bytea[], ?::int[], ?::bytea[], ?::int[], ?::bytea[])"
            + " AS u (table_id, ph, sk, old_size, old_item, new_size, new_item)) " + RECORD;

    private ChangeRecords() {}

    private static String key(String image) {
        return "ddb_key_attributes(" + image + ", d.hash_key || d.range_key)";
    }

    private static String record(boolean byService) {
        return INTO
                + " SELECT mod(floor(extract(epoch FROM clock_timestamp()) / 3600)::bigint, " + RING + ")::int,"
                + " d.recorded_in, mod(get_byte(uuid_send(c.ph), 0), d.recorded_buckets), nextval('ddb_stream_sequence'),"
                + " clock_timestamp(), CASE WHEN c.old_item IS NULL THEN 'INSERT' WHEN c.new_item IS NULL THEN 'REMOVE'"
                + " ELSE 'MODIFY' END, " + byService + ", c.old_size, " + OLD_IMAGE + ", c.new_size, " + NEW_IMAGE
                + " FROM changes AS c JOIN ddb_table AS d ON d.storage_id = c.table_id"
                + " WHERE d.recorded_in IS NOT NULL AND c.old_item IS DISTINCT FROM c.new_item";
    }

    /** Records the changes of a transaction that has written them already, and so holds all their rows. */
    static void record(Connection connection, List<WrittenChange> changes) throws SQLException {
        List<WrittenChange> streamed = changes.stream()
                .filter(change -> change.address().table().streamed())
                .toList();
        if (!streamed.isEmpty()) {
            try (PreparedStatement insert = connection.prepareStatement(RECORD_ALL)) {
                WrittenChange.bind(connection, insert, streamed);
                insert.executeUpdate();
            }
        }
    }
}
