package org.extenddb.storage.jpa.item;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.extenddb.core.storage.IndexEntry;
import org.jspecify.annotations.Nullable;

/** Binds rows as arrays, one for each column: one statement text serves any number of rows. */
record RowArrays(Connection connection, List<RowWrite> rows) {
    /** Binds table_id, ph, sk, ver, exp, sz, item and a pair for each slot; answers the next parameter. */
    @SuppressWarnings("NullAway") // it loses the @Nullable of a type argument that is an array
    int bind(PreparedStatement statement, List<Integer> slots) throws SQLException {
        long now = Row.nowMicros();
        int at = 1;
        array(
                statement,
                at++,
                "int4",
                new Integer[0],
                row -> row.address().table().storageId());
        array(
                statement,
                at++,
                "uuid",
                new Object[0],
                row -> row.address().key().partition().toUuid());
        array(
                statement,
                at++,
                "bytea",
                new byte[0][],
                row -> row.address().key().sort().sharedArray());
        array(statement, at++, "int8", new Long[0], row -> now);
        array(statement, at++, "int8", new Long[0], row -> row.item().expiresAt());
        array(statement, at++, "int4", new Integer[0], row -> row.item().size());
        array(statement, at++, "bytea", new byte[0][], row -> row.item().json());
        for (int slot : slots) {
            array(statement, at++, "uuid", new Object[0], row -> {
                IndexEntry entry = Row.entry(row.item(), slot);
                return entry == null ? null : entry.partition().toUuid();
            });
            array(statement, at++, "bytea", new byte[0][], row -> {
                IndexEntry entry = Row.entry(row.item(), slot);
                return entry == null ? null : entry.sort().sharedArray();
            });
        }
        return at;
    }

    void bindSeen(PreparedStatement statement, int at) throws SQLException {
        array(statement, at, "int8", new Long[0], RowWrite::seen);
    }

    /** @param type an empty array of the kind that the driver encodes best */
    private <T> void array(
            PreparedStatement statement,
            int at,
            String name,
            T[] type,
            Function<RowWrite, ? extends @Nullable T> column)
            throws SQLException {
        @Nullable T[] values = rows.stream().<@Nullable T>map(column).toList().toArray(type);
        statement.setArray(at, connection.createArrayOf(name, values));
    }
}
