package org.extenddb.storage.jpa.item;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.extenddb.core.storage.IndexEntry;
import org.extenddb.core.storage.ItemAddress;
import org.extenddb.core.storage.NewItem;
import org.jspecify.annotations.Nullable;

/** Rows to be written, as one array a column: the statement's text is the same for any number of them. */
final class RowArrays {
    private final List<Integer> slots;
    private final List<ItemAddress> addresses;
    private final Long[] versions;
    private final @Nullable Long[] expiries;
    private final Integer[] sizes;
    private final byte[][] items;

    /** By slot, as often as there are slots. */
    private final @Nullable Object[][] partitions;

    private final byte[][] @Nullable [] sorts;

    RowArrays(List<Integer> slots, int rows) {
        this.slots = slots;
        addresses = new ArrayList<>(rows);
        versions = new Long[rows];
        expiries = new Long[rows];
        sizes = new Integer[rows];
        items = new byte[rows][];
        partitions = new Object[slots.size()][rows];
        sorts = new byte[slots.size()][rows][];
    }

    void add(ItemAddress address, NewItem item) {
        int row = addresses.size();
        addresses.add(address);
        versions[row] = Row.newVersion();
        expiries[row] = item.expiresAt();
        sizes[row] = item.size();
        items[row] = item.json();
        for (int i = 0; i < slots.size(); i++) {
            IndexEntry entry = Row.entry(item, slots.get(i));
            if (entry != null) {
                partitions[i][row] = entry.partition().toUuid();
                sorts[i][row] = entry.sort().sharedArray();
            }
        }
    }

    /** Binds all columns in their order in the table; answers the next parameter. */
    int bind(Connection connection, PreparedStatement statement) throws SQLException {
        int at = KeyArrays.bind(connection, statement, 1, addresses);
        statement.setArray(at++, connection.createArrayOf("int8", versions));
        statement.setArray(at++, connection.createArrayOf("int8", expiries));
        statement.setArray(at++, connection.createArrayOf("int4", sizes));
        statement.setArray(at++, connection.createArrayOf("bytea", items));
        for (int i = 0; i < slots.size(); i++) {
            statement.setArray(at++, connection.createArrayOf("uuid", partitions[i]));
            statement.setArray(at++, connection.createArrayOf("bytea", sorts[i]));
        }
        return at;
    }
}
