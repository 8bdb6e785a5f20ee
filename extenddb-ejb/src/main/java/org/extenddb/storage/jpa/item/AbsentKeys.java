package org.extenddb.storage.jpa.item;

/**
 * Keys that a transaction has found absent. There is no row by which others could see that they are being written, so it holds an advisory
 * lock for each: a shared one, as everybody does, so that nobody ever waits for it. The locks are taken in the round trip that locks the
 * rows of those that are there, and end with it.
 */
final class AbsentKeys {
    /**
     * Who finds more keys absent holds a lock for each of their tables instead. PostgreSQL has room for 64 locks a connection unless it
     * is told otherwise, and a statement that writes items takes half of them, on the table and its indexes.
     */
    static final int MOST_LOCKS = 16;

    /** A query of a WITH: what transactions under way have announced. It is evaluated when it is first looked into. */
    static final String ANNOUNCED = "l AS MATERIALIZED (SELECT classid::bigint << 32 | objid::bigint AS id,"
            + " virtualtransaction AS holder FROM pg_locks WHERE locktype = 'advisory' AND mode = 'ShareLock' AND granted"
            + " AND objsubid = 1 AND database = (SELECT oid FROM pg_database WHERE datname = current_database()))";

    private static final String LOCK_OF_KEY = "hashtextextended(k.p::text || encode(k.s, 'hex'), k.t)";
    private static final String LOCK_OF_TABLE = "hashtextextended('', k.t)";

    /**
     * The virtual transactions that have announced the key in {@code k}, or nothing but that they write to its table, with commas between.
     * Mostly nothing is announced, and keys need not be hashed.
     */
    static final String WRITERS = "CASE WHEN EXISTS (SELECT 1 FROM l) THEN array_to_string(ARRAY(SELECT l.holder FROM l"
            + " WHERE l.id IN (" + LOCK_OF_KEY + ", " + LOCK_OF_TABLE + ")), ',') ELSE '' END";

    private AbsentKeys() {}

    /**
     * A condition on {@code k} that takes the locks for what is not in {@code found}, and is never true. A CASE, for conditions beside each
     * other are evaluated in any order.
     */
    static String announce(String found) {
        return "CASE WHEN k.n <> ALL (ARRAY(SELECT n FROM " + found + ")) THEN pg_try_advisory_xact_lock_shared("
                + "CASE WHEN (SELECT count(*) FROM k) - (SELECT count(*) FROM " + found + ") <= " + MOST_LOCKS
                + " THEN " + LOCK_OF_KEY + " ELSE " + LOCK_OF_TABLE + " END) IS NULL ELSE false END";
    }
}
