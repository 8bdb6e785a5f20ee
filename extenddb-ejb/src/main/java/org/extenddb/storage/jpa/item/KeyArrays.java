package org.extenddb.storage.jpa.item;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.extenddb.core.storage.ItemAddress;
import org.extenddb.core.storage.StoredItem;
import org.jspecify.annotations.Nullable;

/** Reads items by a list of keys in one statement, whose text is the same for any number of them. */
final class KeyArrays {
    private KeyArrays() {}

    /** One element an address, null where the statement answered none. */
    static List<@Nullable StoredItem> read(Connection connection, String text, List<ItemAddress> addresses)
            throws SQLException {
        List<@Nullable StoredItem> items =
                new ArrayList<@Nullable StoredItem>(Collections.<@Nullable StoredItem>nCopies(addresses.size(), null));
        try (PreparedStatement select = connection.prepareStatement(text)) {
            bind(connection, select, addresses);
            if (!select.execute()) {
                select.getMoreResults(); // of the statement before, which sets the bound of the wait
            }
            try (ResultSet row = select.getResultSet()) {
                while (row.next()) {
                    int position = row.getInt(1) - 1;
                    items.set(position, Row.read(row, 2, addresses.get(position).key()));
                }
            }
        }
        return items;
    }

    private static void bind(Connection connection, PreparedStatement select, List<ItemAddress> addresses)
            throws SQLException {
        Object[] tables =
                addresses.stream().map(address -> address.table().storageId()).toArray();
        Object[] partitions = addresses.stream()
                .map(address -> address.key().partition().toUuid())
                .toArray();
        byte[][] sorts = addresses.stream()
                .map(address -> address.key().sort().sharedArray())
                .toArray(byte[][]::new);
        select.setArray(1, connection.createArrayOf("int4", tables));
        select.setArray(2, connection.createArrayOf("uuid", partitions));
        select.setArray(3, connection.createArrayOf("bytea", sorts));
    }
}
