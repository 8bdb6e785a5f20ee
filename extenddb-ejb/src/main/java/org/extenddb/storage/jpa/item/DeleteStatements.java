package org.extenddb.storage.jpa.item;

/**
 * Texts that remove items, of a table with a stream or of one without. Nothing is deleted of a table that is gone; and one that has a
 * stream takes no notice of those who do not know of it: deletes name no version of the definition, which writes have (ADR 14).
 */
final class DeleteStatements {
    static final DeleteStatements PLAIN = new DeleteStatements(false);
    static final DeleteStatements STREAMED = new DeleteStatements(true);

    /** By key. */
    final String one;

    /** The same, answering ver, sz and item. */
    final String oneReturning;

    /** By key and version. */
    final String version;

    /** By key, in a transaction that records its changes itself. */
    final String oneOfTransaction;

    /** The items of a list. All are locked in key order before the first goes: {@link ItemStatements#upsertAll} tells why. */
    final String all;

    /** The same, answering their positions in the list and what they were. */
    final String allReturning;

    private DeleteStatements(boolean streamed) {
        String there = "EXISTS (SELECT 1 FROM ddb_table AS d WHERE d.storage_id = %s"
                + (streamed ? ")" : " AND d.recorded_in IS NULL)");
        oneOfTransaction = "DELETE FROM ddb_item AS i WHERE table_id = ? AND ph = ? AND sk = ? AND "
                + there.formatted("i.table_id");
        String ofVersion = oneOfTransaction + " AND ver = ?";
        String locked = "o AS MATERIALIZED (SELECT k.n, i.table_id, i.ph, i.sk, i.ver, i.sz, i.item FROM "
                + ItemStatements.KEYS + " WHERE " + there.formatted("k.t")
                + " ORDER BY i.table_id, i.ph, i.sk FOR UPDATE OF i)";
        String delete = "DELETE FROM ddb_item t USING (SELECT count(*) FROM o) AS locked, o"
                + " WHERE t.table_id = o.table_id AND t.ph = o.ph AND t.sk = o.sk";
        if (streamed) {
            one = StreamedTexts.delete(oneOfTransaction);
            oneReturning = one;
            version = StreamedTexts.delete(ofVersion);
            all = StreamedTexts.deleteAll(locked, delete);
            allReturning = all;
        } else {
            one = oneOfTransaction;
            oneReturning = one + " RETURNING ver, sz, item";
            version = ofVersion;
            all = "WITH " + locked + " " + delete;
            allReturning = all + " RETURNING o.n, o.ver, o.sz, o.item";
        }
    }

    static DeleteStatements of(boolean streamed) {
        return streamed ? STREAMED : PLAIN;
    }
}
