package org.extenddb.storage.jpa.item;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Statement texts for tables that use the same index slots. Values are bound in the order table_id, ph, sk, then ver, exp, sz,
 * item, then a pair for each slot; conditions on the key and the version come next, and storage id and version of the table's
 * definition last: no row is inserted or updated under a definition that is no longer the table's (ADR 14). Those of tables with a
 * stream record the change as well. Those that are not a transaction's answer a row for each that they wrote, with the column
 * {@code was}: the {@link Footprint} of what they replaced, null or 0 for nothing. A row keeps it so that it can be answered.
 */
final class ItemStatements {
    static final String SELECT = "SELECT ver, sz, item FROM ddb_item WHERE table_id = ? AND ph = ? AND sk = ?";

    static final String IS_OF_KEY = "i.table_id = k.t AND i.ph = k.p AND i.sk = k.s";

    /**
     * The keys of a list, as {@code k}. The planner is to take every list for one key, as it takes two inequalities of ten rows of which it knows
     * nothing for one, and is to keep the plan. If it saw the arrays, which subqueries hide, it would make a new plan for each short list,
     * and that takes longer than to read four items; and for one of ten keys it reads the whole of a table that is still small, and goes on
     * like that while the table grows.
     */
    static final String ASKED = "(SELECT * FROM unnest((SELECT ?::int[]), (SELECT ?::uuid[]), (SELECT ?::bytea[]))"
            + " WITH ORDINALITY AS u (t, p, s, n) WHERE t >= 0 AND n > 0) AS k";

    /** The items that are there of the keys. */
    static final String KEYS = ASKED + " JOIN ddb_item i ON " + IS_OF_KEY;

    private static final String IS_DEFINED = "SELECT 1 FROM ddb_table AS d WHERE d.storage_id = ? AND d.version = ?";

    private static final String DEFINED = "ddb_table AS d WHERE d.storage_id = ? AND d.version = ?";

    /** Those of some storage ids that have the version beside them. */
    static final String ALL_DEFINED = "SELECT d.storage_id FROM unnest(?::int[], ?::bigint[]) AS v (id, version)"
            + " JOIN ddb_table AS d ON d.storage_id = v.id AND d.version = v.version";

    /** Those of some storage ids that tables have. */
    static final String ALL_THERE = "SELECT d.storage_id FROM ddb_table AS d WHERE d.storage_id = ANY (?)";

    private static final String KEY = "table_id, ph, sk";

    static final String SELECT_ALL = "SELECT k.n, i.ver, i.sz, i.item FROM " + KEYS;

    /** As SELECT_ALL, but an item larger than the first parameter is null. */
    static final String SELECT_SMALL = "SELECT k.n, i.ver, i.sz, CASE WHEN i.sz <= ? THEN i.item END FROM " + KEYS;

    /**
     * In key order, which is the order in which every transaction takes items; of those that are absent it tells others. Answers
     * {@code was} too.
     */
    static final String LOCK_ALL = "WITH k AS MATERIALIZED (SELECT * FROM " + ASKED
            + "), o AS MATERIALIZED (SELECT k.n, i.ver, i.sz, i.item, " + Footprint.sql("i")
            + " AS was FROM k JOIN ddb_item i ON " + IS_OF_KEY + " ORDER BY i.table_id, i.ph, i.sk FOR UPDATE OF i)"
            + " SELECT n, ver, sz, item, was FROM o UNION ALL SELECT k.n, NULL, NULL, NULL, NULL FROM k WHERE "
            + AbsentKeys.announce("o");

    /** The same as the first statement of its transaction. */
    static final String LOCK_ALL_BOUNDED = LockWait.BOUNDED + LOCK_ALL;

    static final String LOCK_FREE = SELECT_ALL + " ORDER BY i.table_id, i.ph, i.sk FOR UPDATE OF i SKIP LOCKED";

    /**
     * Blind put. Raised above the version it replaces, so that a clock set back cannot repeat one. Of a table with a stream it records
     * nothing: what it replaces has to be answered there.
     */
    final String upsert;

    /** Put that answers the item it replaced, from PostgreSQL 18 on. */
    final String upsertReturningOld;

    /**
     * The same for older servers. The item is locked first and overwritten only if it was seen, so no image is lost; when
     * the key was inserted in between the last column is null, and the caller tries again.
     */
    final String upsertAfterLock;

    /**
     * Puts of a list, which is in key order; answers the positions of the rows that were written. The items that exist are locked
     * first, then the others are inserted, then those that are locked are overwritten: whoever waits for an insert holds what it has
     * locked already, and whoever has begun to overwrite waits no more, so that statements never wait for each other in a circle.
     * A row whose key was inserted in between is not written. Storage ids and versions of the tables are two arrays at the end.
     */
    final String upsertAll;

    /** The same, answering ver, sz and item of what each row replaced as well. */
    final String upsertAllReturningOld;

    /** In a transaction that records its changes itself. */
    final String insert;

    final String insertIfAbsent;

    /** Compare and set. The new version must be greater than the one compared with. */
    final String updateVersion;

    /** The same in a transaction that records its changes itself. */
    final String updateOfTransaction;

    ItemStatements(List<Integer> slots, Recording recording) {
        List<String> values = IntStream.concat(IntStream.of(0), slots.stream().mapToInt(Integer::intValue))
                .boxed()
                .flatMap(slot -> slot == 0
                        ? List.of("ver", "exp", "sz", "item").stream()
                        : List.of("g" + slot + "p", "g" + slot + "s").stream())
                .toList();
        String into = "INSERT INTO ddb_item AS t (table_id, ph, sk, " + String.join(", ", values) + ") ";
        String conflict = " ON CONFLICT (table_id, ph, sk) DO ";
        String was = ", was = " + Footprint.sql("t", slots);
        String overwrite = values.stream()
                .map(column -> column.equals("ver")
                        ? "ver = greatest(EXCLUDED.ver, t.ver + 1)"
                        : column + " = EXCLUDED." + column)
                .collect(Collectors.joining(", ", conflict + "UPDATE SET ", was));
        insert = into + "SELECT " + typed(slots) + " FROM " + DEFINED;
        String ifAbsent = insert + conflict + "NOTHING";
        String put = insert + overwrite;
        upsert = put + " RETURNING t.was";
        String locked = SELECT + " FOR UPDATE";
        String ifLocked = into + "SELECT " + typed(slots) + " FROM (SELECT count(*) FROM o) AS z, " + DEFINED
                + overwrite + " WHERE EXISTS (SELECT 1 FROM o)";
        String set = values.stream().map(column -> column + " = ?").collect(Collectors.joining(", "));
        String unchanged = "t.table_id = ? AND t.ph = ? AND t.sk = ? AND t.ver = ? AND EXISTS (" + IS_DEFINED + ")";
        updateOfTransaction = "UPDATE ddb_item AS t SET " + set + " WHERE " + unchanged;
        if (recording != Recording.NONE) {
            RecordedTexts recorded = new RecordedTexts(recording);
            insertIfAbsent = recorded.insert(ifAbsent);
            upsertReturningOld = recorded.upsertReturningOld(put);
            upsertAfterLock = recorded.upsertAfterLock(locked, ifLocked);
            upsertAllReturningOld = upsertAll(slots, values, ", ver, sz, item", recorded.batch(KEY));
            upsertAll = upsertAllReturningOld;
            updateVersion = recorded.compareAndSet(set + was, unchanged);
        } else {
            insertIfAbsent = ifAbsent + " RETURNING t.was";
            upsertReturningOld = put + " RETURNING old.ver, old.sz, old.item, t.ver, t.was";
            upsertAfterLock = "WITH o AS MATERIALIZED (" + locked + "), u AS (" + ifLocked + " RETURNING ver, was)"
                    + " SELECT o.ver, o.sz, o.item, u.ver, u.was"
                    + " FROM (SELECT 1) AS one LEFT JOIN o ON true LEFT JOIN u ON true";
            upsertAll = upsertAll(slots, values, "", "");
            upsertAllReturningOld = upsertAll(slots, values, ", ver, sz, item", "");
            updateVersion = "UPDATE ddb_item AS t SET " + set + was + " WHERE " + unchanged + " RETURNING t.was";
        }
    }

    /**
     * Subqueries that depend on no row are evaluated once and to their end: they put the steps in order, and comparing with the
     * array of a few numbers costs less than joining the lists again.
     */
    private static String upsertAll(List<Integer> slots, List<String> values, String old, String recorded) {
        String columns = KEY + ", " + String.join(", ", values);
        String set = values.stream()
                .map(column -> column.equals("ver") ? "ver = greatest(k.ver, t.ver + 1)" : column + " = k." + column)
                .collect(Collectors.joining(", "));
        return "WITH k AS MATERIALIZED (SELECT * FROM " + arrays(slots) + " WITH ORDINALITY AS r (" + columns + ", n)"
                + " WHERE table_id = ANY (ARRAY(" + ALL_DEFINED + "))),"
                + " o AS MATERIALIZED (SELECT k.n" + old.replace(", ", ", i.") + ", " + Footprint.sql("i", slots)
                + " AS was FROM k JOIN ddb_item i USING (" + KEY + ") ORDER BY i.table_id, i.ph, i.sk FOR UPDATE OF i),"
                + " a AS (INSERT INTO ddb_item (" + columns + ") SELECT " + columns
                + " FROM k WHERE n <> ALL (ARRAY(SELECT n FROM o)) ORDER BY n"
                + " ON CONFLICT (" + KEY + ") DO NOTHING RETURNING " + KEY + "),"
                + " u AS (UPDATE ddb_item t SET " + set
                + " FROM k WHERE t.table_id = k.table_id AND t.ph = k.ph AND t.sk = k.sk"
                + " AND k.n = ANY (ARRAY(SELECT n FROM o)) AND (SELECT count(*) FROM a) >= 0)"
                + recorded + " SELECT n" + old + ", was FROM o UNION ALL SELECT k.n"
                + ", NULL".repeat(old.split(",").length)
                + " FROM a JOIN k USING (" + KEY + ")";
    }

    private static String arrays(List<Integer> slots) {
        return "unnest(?::int[], ?::uuid[], ?::bytea[], ?::bigint[], ?::bigint[], ?::int[], ?::bytea[]"
                + ", ?::uuid[], ?::bytea[]".repeat(slots.size()) + ")";
    }

    /** A parameter in a select list has no type of its own. */
    private static String typed(List<Integer> slots) {
        return "?::int, ?::uuid, ?::bytea, ?::bigint, ?::bigint, ?::int, ?::bytea"
                + ", ?::uuid, ?::bytea".repeat(slots.size());
    }
}
