package org.extenddb.storage.jpa.item;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.extenddb.core.storage.ItemAddress;
import org.extenddb.core.storage.NewItem;
import org.extenddb.core.storage.StoredItem;
import org.extenddb.core.storage.TableChangedException;
import org.extenddb.core.storage.TableLayout;
import org.extenddb.storage.jpa.sql.Database;
import org.jspecify.annotations.Nullable;

/** Reads and writes one row, by one statement each. A statement that has written tells the counts what it replaced. */
final class RowWrites {
    private static final int RETURNING_OLD_SINCE = 18;

    private final Database database;
    private final Function<TableLayout, ItemStatements> statements;
    private final TableDeltas deltas;

    RowWrites(Database database, Function<TableLayout, ItemStatements> statements, TableDeltas deltas) {
        this.database = database;
        this.statements = statements;
        this.deltas = deltas;
    }

    private interface Binder {
        void bind(PreparedStatement statement) throws SQLException;
    }

    @Nullable
    StoredItem get(ItemAddress address) {
        return database.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(ItemStatements.SELECT)) {
                Row.bindKey(select, 1, address);
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? Row.read(row, 1, address.key()) : null;
                }
            }
        });
    }

    /** Of a table without a stream. False where the definition is another by now. */
    boolean put(ItemAddress address, NewItem item) {
        return put(address, item, statements.apply(address.table()).upsert);
    }

    /** False where an item is there, or the definition is another by now. */
    boolean putIfAbsent(ItemAddress address, NewItem item) {
        return put(address, item, statements.apply(address.table()).insertIfAbsent);
    }

    private boolean put(ItemAddress address, NewItem item, String text) {
        return written(address, item, text, put -> {
            int values = Row.bindKey(put, 1, address);
            int end = Row.bindValues(put, values, address.table().slots(), item);
            Row.bindDefinition(put, end, address.table());
        });
    }

    /** False where the item is another by now, or the definition. */
    boolean update(ItemAddress address, NewItem item, long version, long newVersion) {
        return written(address, item, statements.apply(address.table()).updateVersion, update -> {
            int key = Row.bindValues(update, 1, newVersion, address.table().slots(), item);
            int versionAt = Row.bindKey(update, key, address);
            update.setLong(versionAt, version);
            Row.bindDefinition(update, versionAt + 1, address.table());
        });
    }

    /** False where there was no item. */
    boolean delete(ItemAddress address) {
        String text = DeleteStatements.of(address.table()).one;
        return written(address, null, text, delete -> Row.bindKey(delete, 1, address));
    }

    /** False where the item is another by now. */
    boolean delete(ItemAddress address, long version) {
        String text = DeleteStatements.of(address.table()).version;
        return written(address, null, text, delete -> delete.setLong(Row.bindKey(delete, 1, address), version));
    }

    /** Answers what it removed; null where there was no item. */
    @Nullable
    StoredItem remove(ItemAddress address) {
        String text = DeleteStatements.of(address.table()).oneReturning;
        return database.write(connection -> {
            try (PreparedStatement delete = connection.prepareStatement(text)) {
                Row.bindKey(delete, 1, address);
                try (ResultSet row = delete.executeQuery()) {
                    if (!row.next()) {
                        return null;
                    }
                    deltas.changed(address.table(), row.getLong("was"), null);
                    return Row.read(row, 1, address.key());
                }
            }
        });
    }

    /**
     * What a put did.
     *
     * @param previous the item that was there; null for none
     * @param written false where somebody was quicker, or the definition is another by now
     */
    record Replaced(@Nullable StoredItem previous, boolean written) {}

    Replaced replace(ItemAddress address, NewItem item) {
        boolean returningOld = database.majorVersion() >= RETURNING_OLD_SINCE;
        ItemStatements texts = statements.apply(address.table());
        String text = returningOld ? texts.upsertReturningOld : texts.upsertAfterLock;
        return database.write(connection -> {
            try (PreparedStatement put = connection.prepareStatement(text)) {
                int from = returningOld ? 1 : Row.bindKey(put, 1, address);
                int values = Row.bindKey(put, from, address);
                int end = Row.bindValues(put, values, address.table().slots(), item);
                Row.bindDefinition(put, end, address.table());
                return replaced(put, address, item);
            }
        });
    }

    private Replaced replaced(PreparedStatement put, ItemAddress address, NewItem item) throws SQLException {
        try (ResultSet row = put.executeQuery()) {
            if (!row.next() || row.getObject(4) == null) {
                return new Replaced(null, false);
            }
            deltas.changed(address.table(), row.getLong("was"), item);
            return new Replaced(row.getObject(1) == null ? null : Row.read(row, 1, address.key()), true);
        }
    }

    /** Tells a write that lost against another one from a write that can never succeed. */
    void requireDefined(TableLayout table) {
        if (database.read(connection -> Definitions.firstChanged(connection, List.of(table))) != null) {
            throw new TableChangedException(table);
        }
    }

    /** Tells an item that is absent from one of a table that is: another may have its name by now, and the item. */
    void requireThere(TableLayout table) {
        if (database.read(connection -> Definitions.there(connection, List.of(table), Recording.of(table)))
                .isEmpty()) {
            throw new TableChangedException(table);
        }
    }

    private boolean written(ItemAddress address, @Nullable NewItem item, String text, Binder binder) {
        return database.write(connection -> {
            try (PreparedStatement write = connection.prepareStatement(text)) {
                binder.bind(write);
                try (ResultSet row = write.executeQuery()) {
                    if (!row.next()) {
                        return false;
                    }
                    deltas.changed(address.table(), row.getLong("was"), item);
                    return true;
                }
            }
        });
    }
}
