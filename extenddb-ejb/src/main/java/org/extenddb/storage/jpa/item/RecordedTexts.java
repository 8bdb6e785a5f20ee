package org.extenddb.storage.jpa.item;

/**
 * Turns statements that write items into statements that record what they have changed as well. Parameters stay what they were, and
 * where they stood. Each answers a row for each that it wrote, with the column {@code was}.
 */
final class RecordedTexts {
    /** Of the row that a statement with the alias t has inserted. */
    private static final String INSERTED =
            " RETURNING t.table_id, t.ph, t.sk, NULL::int AS old_size, NULL::bytea AS old_item,"
                    + " t.sz AS new_size, t.item AS new_item";

    private static final String REMOVED = ", changes AS (SELECT table_id, ph, sk, sz AS old_size, item AS old_item,"
            + " NULL::int AS new_size, NULL::bytea AS new_item FROM removed)";

    private final String recorded;

    RecordedTexts(Recording recording) {
        this.recorded = recording.expressions;
    }

    String insert(String text) {
        return "WITH changes AS (" + text + INSERTED + ")" + recorded + " SELECT 0::bigint AS was FROM changes";
    }

    /**
     * Compare and set. The image before is that of the row with the version compared with, by the snapshot of the same statement:
     * where a newer one came in between, nothing is written.
     *
     * @param set assigns the columns of t
     * @param condition on the columns of t: the key, the version, the definition
     */
    String compareAndSet(String set, String condition) {
        return "WITH changes AS (UPDATE ddb_item AS t SET " + set + " FROM ddb_item AS o WHERE " + condition
                + " AND o.table_id = t.table_id AND o.ph = t.ph AND o.sk = t.sk AND o.ver = t.ver"
                + " RETURNING t.table_id, t.ph, t.sk, o.sz AS old_size, o.item AS old_item, t.sz AS new_size, t.item AS new_item,"
                + " t.was)" + recorded + " SELECT was FROM changes";
    }

    /**
     * Answers version, size and item that were removed.
     *
     * @param text deletes from i
     */
    String delete(String text) {
        return "WITH removed AS (" + text + " RETURNING table_id, ph, sk, ver, sz, item, " + Footprint.sql("i")
                + " AS was)" + REMOVED + recorded + " SELECT ver, sz, item, was FROM removed";
    }

    /** From PostgreSQL 18 on; answers what was replaced, and the new version. */
    String upsertReturningOld(String upsert) {
        return "WITH changes AS (" + upsert
                + " RETURNING t.table_id, t.ph, t.sk, old.sz AS old_size, old.item AS old_item,"
                + " new.sz AS new_size, new.item AS new_item, old.ver AS old_ver, new.ver AS new_ver, t.was)" + recorded
                + " SELECT old_ver, old_size, old_item, new_ver, was FROM changes";
    }

    /**
     * For older servers.
     *
     * @param locked selects version, size and item of the row that is there, and locks it
     * @param upsert writes the row unless one is there that was not locked
     */
    String upsertAfterLock(String locked, String upsert) {
        return "WITH o AS MATERIALIZED (" + locked + "), u AS (" + upsert
                + " RETURNING t.table_id, t.ph, t.sk, t.ver, t.sz, t.item, t.was),"
                + " changes AS (SELECT u.table_id, u.ph, u.sk, o.sz AS old_size, o.item AS old_item, u.sz AS new_size,"
                + " u.item AS new_item FROM u LEFT JOIN o ON true)" + recorded
                + " SELECT o.ver, o.sz, o.item, u.ver, u.was"
                + " FROM (SELECT 1) AS one LEFT JOIN o ON true LEFT JOIN u ON true";
    }

    /** What goes between the common table expressions k, o, a and u of a batch's puts and the answer. */
    String batch(String key) {
        return ", changes AS (SELECT k.table_id, k.ph, k.sk, o.sz AS old_size, o.item AS old_item, k.sz AS new_size,"
                + " k.item AS new_item FROM o JOIN k USING (n) UNION ALL SELECT k.table_id, k.ph, k.sk, NULL, NULL, k.sz, k.item"
                + " FROM a JOIN k USING (" + key + "))" + recorded;
    }

    /**
     * A batch's removes.
     *
     * @param locked selects the rows under the name o
     * @param delete removes them
     */
    String deleteAll(String locked, String delete) {
        return "WITH " + locked + ", removed AS (" + delete
                + " RETURNING o.n, o.table_id, o.ph, o.sk, o.ver, o.sz, o.item, o.was)" + REMOVED + recorded
                + " SELECT n, ver, sz, item, was FROM removed";
    }
}
