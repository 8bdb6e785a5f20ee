package org.extenddb.storage.jpa.item;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.extenddb.core.storage.TableLayout;

/**
 * Texts that remove items, by what is recorded of it. Nothing is deleted of a table that is gone; and one that has a stream or a
 * past takes no notice of those who do not know of it: deletes name no version of the definition, which writes have (ADR 14).
 * Except a transaction's they answer a row for each that went, with the column {@code was}: its {@link Footprint}.
 */
final class DeleteStatements {
    private static final Map<Recording, DeleteStatements> TEXTS = new EnumMap<>(Recording.class);

    static {
        for (Recording recording : Recording.values()) {
            TEXTS.put(recording, new DeleteStatements(recording));
        }
    }

    /** By key; answers {@code was} alone where nothing is recorded. */
    final String one;

    /** The same, answering ver, sz and item. */
    final String oneReturning;

    /** By key and version. */
    final String version;

    /** By key, in a transaction that records its changes itself. */
    final String oneOfTransaction;

    /**
     * The items of a list; answers their positions. All are locked in key order before the first goes: {@link
     * ItemStatements#upsertAll} tells why.
     */
    final String all;

    /** The same, answering what they were as well. */
    final String allReturning;

    private DeleteStatements(Recording recording) {
        String there = "EXISTS (SELECT 1 FROM ddb_table AS d WHERE d.storage_id = %s" + recording.suffices + ")";
        oneOfTransaction = "DELETE FROM ddb_item AS i WHERE table_id = ? AND ph = ? AND sk = ? AND "
                + there.formatted("i.table_id");
        String was = " RETURNING " + Footprint.sql("i") + " AS was";
        String ofVersion = oneOfTransaction + " AND ver = ?";
        String locked = "o AS MATERIALIZED (SELECT k.n, i.table_id, i.ph, i.sk, i.ver, i.sz, i.item, "
                + Footprint.sql("i") + " AS was FROM " + ItemStatements.KEYS + " WHERE " + there.formatted("k.t")
                + " ORDER BY i.table_id, i.ph, i.sk FOR UPDATE OF i)";
        String delete = "DELETE FROM ddb_item t USING (SELECT count(*) FROM o) AS locked, o"
                + " WHERE t.table_id = o.table_id AND t.ph = o.ph AND t.sk = o.sk";
        if (recording != Recording.NONE) {
            RecordedTexts recorded = new RecordedTexts(recording);
            one = recorded.delete(oneOfTransaction);
            oneReturning = one;
            version = recorded.delete(ofVersion);
            all = recorded.deleteAll(locked, delete);
            allReturning = all;
        } else {
            one = oneOfTransaction + was;
            oneReturning = oneOfTransaction + " RETURNING ver, sz, item, " + Footprint.sql("i") + " AS was";
            version = ofVersion + was;
            all = "WITH " + locked + " " + delete + " RETURNING o.n, o.was";
            allReturning = "WITH " + locked + " " + delete + " RETURNING o.n, o.ver, o.sz, o.item, o.was";
        }
    }

    static DeleteStatements of(TableLayout table) {
        return Objects.requireNonNull(TEXTS.get(Recording.of(table)));
    }
}
