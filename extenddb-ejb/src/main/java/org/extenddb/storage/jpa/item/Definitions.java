package org.extenddb.storage.jpa.item;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.extenddb.core.storage.TableLayout;
import org.jspecify.annotations.Nullable;

/** The definitions under which rows are written (ADR 14). */
final class Definitions {
    private Definitions() {}

    /** Binds storage ids and versions as two arrays. */
    static void bind(Connection connection, PreparedStatement statement, int from, List<TableLayout> tables)
            throws SQLException {
        Integer[] ids = tables.stream().map(TableLayout::storageId).toArray(Integer[]::new);
        Long[] versions = tables.stream().map(TableLayout::version).toArray(Long[]::new);
        statement.setArray(from, connection.createArrayOf("int4", ids));
        statement.setArray(from + 1, connection.createArrayOf("int8", versions));
    }

    /**
     * The storage ids of those tables that are there, under whatever definition.
     *
     * @param recording leaves out those of whose changes more is to be recorded
     */
    static Set<Integer> there(Connection connection, List<TableLayout> tables, Recording recording)
            throws SQLException {
        Set<Integer> there = new HashSet<>();
        String text = ItemStatements.ALL_THERE + recording.suffices;
        try (PreparedStatement select = connection.prepareStatement(text)) {
            Integer[] ids = tables.stream().map(TableLayout::storageId).toArray(Integer[]::new);
            select.setArray(1, connection.createArrayOf("int4", ids));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    there.add(row.getInt(1));
                }
            }
        }
        return there;
    }

    /** The first table whose definition is another by now; null when there is none. */
    static @Nullable TableLayout firstChanged(Connection connection, List<TableLayout> tables) throws SQLException {
        Set<Integer> defined = new HashSet<>();
        try (PreparedStatement select = connection.prepareStatement(ItemStatements.ALL_DEFINED)) {
            bind(connection, select, 1, tables);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    defined.add(row.getInt(1));
                }
            }
        }
        return tables.stream()
                .filter(table -> !defined.contains(table.storageId()))
                .findFirst()
                .orElse(null);
    }
}
