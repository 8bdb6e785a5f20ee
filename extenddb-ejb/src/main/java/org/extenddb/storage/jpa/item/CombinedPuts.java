package org.extenddb.storage.jpa.item;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.extenddb.storage.jpa.sql.Database;

/** Puts that look at nothing: each replaces whatever is there. */
final class CombinedPuts extends CombinedWrites {
    private final ItemStatements texts;
    private final List<Integer> slots;

    CombinedPuts(Database database, ItemStatements texts, List<Integer> slots) {
        super(database);
        this.texts = texts;
        this.slots = slots;
    }

    @Override
    boolean writeOne(Connection connection, RowWrite row) throws SQLException {
        try (PreparedStatement put = connection.prepareStatement(texts.upsert)) {
            Row.bindValues(put, Row.bindKey(put, 1, row.address()), slots, row.item());
            return put.executeUpdate() == 1;
        }
    }

    @Override
    void writeAll(Connection connection, List<RowWrite> rows) throws SQLException {
        try (PreparedStatement put = connection.prepareStatement(texts.upsertAll)) {
            new RowArrays(connection, rows).bind(put, slots);
            put.executeUpdate();
        }
        rows.forEach(row -> row.ended(true));
    }
}
