package org.extenddb.storage.jpa.item;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.extenddb.core.storage.Change;
import org.extenddb.core.storage.ItemAddress;
import org.extenddb.core.storage.MutationResult;
import org.extenddb.core.storage.NewItem;
import org.extenddb.core.storage.StoredItem;
import org.extenddb.core.storage.TableChangedException;
import org.extenddb.core.storage.TableLayout;
import org.jspecify.annotations.Nullable;

/** Writes the changes of a transaction: rows with the same statement text share a round trip. */
final class RowBatches {
    private static final NewItem PLACEHOLDER = new NewItem(new byte[0], 0, null, List.of());

    private final Function<TableLayout, ItemStatements> statements;

    RowBatches(Function<TableLayout, ItemStatements> statements) {
        this.statements = statements;
    }

    private record Insert(ItemAddress address, NewItem item) {}

    private record Update(ItemAddress address, NewItem item, long version) {}

    /**
     * @param addresses in key order; inserts can wait for another transaction's, and all insert in that order
     * @param current the items, locked, and null for absent ones
     */
    void write(
            Connection connection,
            List<ItemAddress> addresses,
            List<@Nullable StoredItem> current,
            List<MutationResult> results)
            throws SQLException {
        List<Insert> inserts = new ArrayList<>();
        List<Update> updates = new ArrayList<>();
        List<ItemAddress> deletes = new ArrayList<>();
        for (int i = 0; i < addresses.size(); i++) {
            ItemAddress address = addresses.get(i);
            StoredItem item = current.get(i);
            NewItem written = results.get(i).change() instanceof Change.Write write ? write.item() : null;
            if (item == null) {
                inserts.add(new Insert(address, written == null ? PLACEHOLDER : written));
            } else if (written != null) {
                updates.add(new Update(address, written, item.version()));
            }
            if (written == null && (item == null || results.get(i).change() instanceof Change.Remove)) {
                deletes.add(address);
            }
        }
        insert(connection, inserts);
        update(connection, updates);
        delete(connection, deletes);
        List<WrittenChange> changes = WrittenChange.of(addresses, current, results);
        ChangeRecords.record(connection, changes);
        HistoryRecords.keep(connection, changes);
    }

    private void insert(Connection connection, List<Insert> rows) throws SQLException {
        inRuns(connection, rows, row -> statements.apply(row.address().table()).insert, (statement, row) -> {
            TableLayout table = row.address().table();
            int values = Row.bindKey(statement, 1, row.address());
            Row.bindDefinition(statement, Row.bindValues(statement, values, table.slots(), row.item()), table);
            return table;
        });
    }

    private void update(Connection connection, List<Update> rows) throws SQLException {
        inRuns(
                connection,
                rows,
                row -> statements.apply(row.address().table()).updateOfTransaction,
                (statement, row) -> {
                    TableLayout table = row.address().table();
                    int key = Row.bindValues(statement, 1, Row.versionAfter(row.version()), table.slots(), row.item());
                    int version = Row.bindKey(statement, key, row.address());
                    statement.setLong(version, row.version());
                    Row.bindDefinition(statement, version + 1, table);
                    return table;
                });
    }

    private static void delete(Connection connection, List<ItemAddress> rows) throws SQLException {
        inRuns(connection, rows, row -> DeleteStatements.of(row.table()).oneOfTransaction, (statement, row) -> {
            Row.bindKey(statement, 1, row);
            return row.table();
        });
    }

    private interface Binder<T> {
        /** Answers the row's table. */
        TableLayout bind(PreparedStatement statement, T row) throws SQLException;
    }

    /**
     * A batch for each run of neighbours that share a text, so that the order of rows is kept. Rows are locked or known to be
     * absent, so one that is not there to be written was made for a definition that its table no longer has.
     */
    private static <T> void inRuns(Connection connection, List<T> rows, Function<T, String> text, Binder<T> binder)
            throws SQLException {
        int from = 0;
        while (from < rows.size()) {
            String shared = text.apply(rows.get(from));
            List<TableLayout> tables = new ArrayList<>();
            int to = from;
            try (PreparedStatement statement = connection.prepareStatement(shared)) {
                while (to < rows.size() && text.apply(rows.get(to)).equals(shared)) {
                    tables.add(binder.bind(statement, rows.get(to)));
                    statement.addBatch();
                    to++;
                }
                requireWritten(statement.executeBatch(), tables);
            }
            from = to;
        }
    }

    private static void requireWritten(int[] counts, List<TableLayout> tables) {
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] == 0) {
                throw new TableChangedException(tables.get(i));
            }
        }
    }
}
