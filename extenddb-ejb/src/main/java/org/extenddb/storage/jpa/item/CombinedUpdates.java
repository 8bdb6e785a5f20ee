package org.extenddb.storage.jpa.item;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.extenddb.storage.jpa.sql.Database;

/** Compare and set: each row is written only if it still has the version seen. */
final class CombinedUpdates extends CombinedWrites {
    private final ItemStatements texts;
    private final List<Integer> slots;

    CombinedUpdates(Database database, ItemStatements texts, List<Integer> slots) {
        super(database);
        this.texts = texts;
        this.slots = slots;
    }

    @Override
    boolean writeOne(Connection connection, RowWrite row) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(texts.updateVersion)) {
            int key = Row.bindValues(update, 1, slots, row.item());
            update.setLong(Row.bindKey(update, key, row.address()), row.seen());
            return update.executeUpdate() == 1;
        }
    }

    @Override
    void writeAll(Connection connection, List<RowWrite> rows) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(texts.updateVersionAll)) {
            RowArrays arrays = new RowArrays(connection, rows);
            arrays.bindSeen(update, arrays.bind(update, slots));
            try (ResultSet written = update.executeQuery()) {
                while (written.next()) {
                    rows.get(written.getInt(1) - 1).ended(true);
                }
            }
        }
    }
}
